import type { Notes } from '../compiled/types.js';

/** A slip in one sentence, by its code, in the words of a language that the caller has loaded. */
export function describeNoteIn({ codes, other, 'not-judged': notJudged }: Notes, code: string): string {
  if (code === 'not-judged') return notJudged;
  return Object.hasOwn(codes, code) ? codes[code as keyof Notes['codes']] : other({ code });
}
