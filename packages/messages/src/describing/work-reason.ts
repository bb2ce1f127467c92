import type { SameBytes } from '@proofmark/schemas/evidence';
import type { WorkReasons } from '../compiled/types.js';

/** Why an answer about the content of a piece of work is what it is, in the words of a language that the caller has loaded; empty where the answer says it all. */
export function describeWorkReasonIn(
  { reasons, 'reasons-by-answer': byAnswer }: WorkReasons,
  sameBytes: SameBytes,
  reason: string | null | undefined,
): string {
  if (reason === null || reason === undefined) return '';
  return lookUp(byAnswer, `${sameBytes}/${reason}`) ?? lookUp(reasons, reason) ?? unknown(reason);
}

/** A code that a later version gives. What is no code is not repeated: it may come from elsewhere. */
const unknown = (reason: string): string => (/^[\w-]{1,60}$/.test(reason) ? `(${reason})` : '');

/** What a reader should know of a piece of work although it answers nothing; empty for a code that is of no use to a reader. */
export const describeWorkNoteIn = ({ notes }: WorkReasons, code: string): string => lookUp(notes, code) ?? '';

function lookUp(messages: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(messages, key) ? messages[key] : undefined;
}
