/** What can be chosen, each with its words, in the order of the catalogue. */
export function wordsOf<T extends string>(words: Readonly<Record<T, string>>): readonly (readonly [T, string])[] {
  return Object.entries(words) as [T, string][];
}
