import type { SchemaCode } from '@proofmark/schemas';

/** Slips that readers understand, and that their issuer should correct all the same. */
const NOTES: Readonly<Partial<Record<SchemaCode, string>>> = {
  'context-alias': 'It uses an older address of the Open Badges vocabulary.',
  'single-for-array': 'A single value stands where a list is expected.',
  'array-for-single': 'A list stands where a single value is expected.',
  'string-for-object': 'An address stands where an object is expected.',
  'number-for-string': 'A number stands where text is expected.',
  'language-map': 'A text is given in several languages in a form that signatures cannot cover.',
  'not-a-uri': 'An address is not written as addresses must be.',
  'not-a-date-time': 'A date has no time or no time zone.',
  'not-an-identity-hash': 'The recipient’s hash has an unknown form.',
  'identity-type-email': 'The recipient’s kind is called “email”; the standard says “emailAddress”.',
  'extensions-context-missing': 'A 1EdTech type is used without the vocabulary that defines it.',
  'digest-missing': 'A related document is named without a digest.',
  'status-id-is-list': 'The status entry has the address of the list as its own id.',
  'validity-reversed': 'The badge ends before it begins.',
  'result-link': 'A result points to something that the achievement does not have.',
  'result-status-missing': 'A result of kind “Status” lacks its status.',
  empty: 'A list is empty.',
};

/** A slip in one sentence, by its code; its place is the note's pointer. */
export function describeNote(code: string): string {
  if (code === 'not-judged') return 'It holds more credentials than we check at once; the others were not looked at.';
  return (Object.hasOwn(NOTES, code) ? NOTES[code as SchemaCode] : undefined) ?? `A small departure from the standard (${code}).`;
}
