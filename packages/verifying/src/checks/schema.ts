import type { JsonObject, Outcome } from '@proofmark/schemas';
import { checkSchema, documentClassOf, type Note } from '@proofmark/schemas';
import type { Check } from './question.js';

/** Conformance to Open Badges 3.0 (verification, step "conforms"; appendix B), and the slips that readers understand. */
export function schemaFindings(credential: JsonObject): { readonly outcome: Outcome; readonly notes: readonly Note[] } {
  const { violations, notes } = checkSchema(credential, documentClassOf(credential) ?? 'AchievementCredential', 'read');
  const [first] = violations;
  if (first === undefined) return { outcome: { outcome: 'passed' }, notes };
  const detail = { pointer: first.pointer, fault: first.code, expected: first.expected, count: violations.length };
  return { outcome: { outcome: 'failed', code: 'schema-violation', detail }, notes };
}

/** Whether the badge has what the standard requires, in the form that it requires. */
export const schema: Check = ({ credential }) => schemaFindings(credential).outcome;
