import type { Check } from './question.js';

/** Whether what was handed in holds a badge that can be read (OB 3.0, document formats; baking). Found by content, never by name. */
export const format: Check = ({ facts }) =>
  facts.format.outcome === 'passed' && facts.container !== null
    ? { outcome: 'passed', detail: { container: facts.container } }
    : facts.format;
