import { messages as english } from './compiled/notes/en.js';
import type { Notes } from './compiled/types.js';

/** A slip that readers understand, and that its issuer should correct all the same, in one sentence by its code; its place is the note's pointer. */
export function describeNote(code: string, { codes, other, 'not-judged': notJudged }: Notes = english): string {
  if (code === 'not-judged') return notJudged;
  return Object.hasOwn(codes, code) ? codes[code as keyof Notes['codes']] : other({ code });
}
