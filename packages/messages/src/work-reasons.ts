import type { SameBytes } from '@proofmark/schemas/evidence';
import type { WorkReasons } from './compiled/types.js';
import { messages as english } from './compiled/work-reasons/en.js';
import { describeWorkNoteIn, describeWorkReasonIn } from './describing/work-reason.js';

/** Why an answer about the content of a piece of work is what it is, in one sentence; empty where the answer says it all. */
export const describeWorkReason = (sameBytes: SameBytes, reason: string | null | undefined, texts: WorkReasons = english): string =>
  describeWorkReasonIn(texts, sameBytes, reason);

/** What a reader should know of a piece of work although it answers nothing; empty for a code that is of no use to a reader. */
export const describeWorkNote = (code: string, texts: WorkReasons = english): string => describeWorkNoteIn(texts, code);
