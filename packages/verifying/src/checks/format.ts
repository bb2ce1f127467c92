import type { Check } from './check-context.js';

/** Whether the input holds a badge that can be read (OB 3.0, document formats; baking). Found by content, never by name. */
export const format: Check = ({ facts }) =>
  facts.format.outcome === 'passed' && facts.container !== null
    ? { outcome: 'passed', detail: { container: facts.container, ...facts.format.detail } }
    : facts.format;
