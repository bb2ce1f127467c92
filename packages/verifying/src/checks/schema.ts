import { type Check, passed } from './check-context.js';

/** Whether the badge has what the standard requires, in the form that it requires (OB 3.0, verification, step "conforms"; appendix B). */
export const schema: Check = ({ secured: { schema: findings } }) => {
  if (findings === null) return { outcome: 'unknown', code: 'unsupported-by-host' };
  const { violations } = findings;
  const [first] = violations;
  if (first === undefined) return passed;
  const detail = { pointer: first.pointer, fault: first.code, expected: first.expected, count: violations.length };
  return { outcome: 'failed', code: 'schema-violation', detail };
};
