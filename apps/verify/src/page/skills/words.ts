import { stemOf } from './stem.js';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Words that say that something is a skill, or how well, and not which. */
const FILLERS: ReadonlySet<string> = new Set(
  'a an and the of in with for to your our or good very strong solid basic basics advanced fundamental introduction intro level skill knowledge experience ability proficiency proficient competence expertise understanding'
    .split(' ')
    .map(stemOf),
);

/** Text without case, accents and variant forms of letters. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text by their stems; `c++`, `c#` and `node.js` are words too. */
function wordsOf(text: string): readonly string[] {
  return (folded(text.slice(0, 4000)).match(/\.?[\p{L}\p{N}]+(?:[.+#/][\p{L}\p{N}]+)*[+#]*/gu) ?? []).map(stemOf);
}

/** The words that tell one skill from another. */
export function tellingWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether two names are the same skill by their words, in any order. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  return a.length > 0 && a.length === b.length && a.every((word) => b.includes(word));
}

/**
 * Whether a text names a skill, by its words: all of them in any order in a short text such as a title, one after the other in a
 * long one. Languages that write without spaces are compared by their letters.
 */
export function speaksOf(text: string, skill: string, kind: 'title' | 'prose'): boolean {
  if (UNSPACED.test(skill)) return folded(text).includes(folded(skill));
  const wanted = tellingWords(skill);
  if (wanted.length === 0) return false;
  const words = wordsOf(text);
  if (kind === 'title') return wanted.every((word) => words.includes(word));
  return words.some((_, at) => wanted.every((word, index) => words[at + index] === word));
}
