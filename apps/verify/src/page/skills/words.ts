const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Text without case, accents and variant forms of letters. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text; `c++`, `c#` and `node.js` are words too, and a plural is its singular. */
function wordsOf(text: string): readonly string[] {
  return (folded(text).match(/[\p{L}\p{N}]+(?:[.+#][\p{L}\p{N}]+)*[+#]*/gu) ?? []).map((word) =>
    /[a-z]{3}s$/.test(word) && !word.endsWith('ss') && !word.includes('.') ? word.slice(0, -1) : word,
  );
}

/**
 * Whether a text names a skill, by its words: all of them in any order in a short text such as a title, one after the other in a
 * long one. Languages that write without spaces are compared by their letters.
 */
export function speaksOf(text: string, skill: string, kind: 'title' | 'prose'): boolean {
  if (UNSPACED.test(skill)) return folded(text).includes(folded(skill));
  const wanted = wordsOf(skill);
  if (wanted.length === 0) return false;
  const words = wordsOf(text);
  if (kind === 'title') return wanted.every((word) => words.includes(word));
  return words.some((_, at) => wanted.every((word, index) => words[at + index] === word));
}

/** A role's skills as they were pasted: one on each line, or separated by commas; bullets and numbers before them do not count. */
export function skillsIn(text: string): readonly string[] {
  const skills = text.split(/[\n,;]/).map((line) =>
    line
      .replace(/^\s*(?:[-*•·–]|\d+[.)])\s*/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const seen = new Set<string>();
  return skills.filter((skill) => skill !== '' && !seen.has(folded(skill)) && seen.add(folded(skill)));
}
