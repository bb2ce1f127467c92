/**
 * A name as names are compared: without accents, in lower case, with single spaces, and one in front, so that each word begins after a space. So
 * `muller` finds `Müller`, and `JOSE` finds `José`.
 */
export function searchableName(name: string): string {
  return ` ${comparable(name)}`;
}

/** The pattern (for LIKE) of names that hold a part. A part of fewer than three characters has no trigram, so it is the beginning of a word. */
export function namePattern(part: string): string {
  const text = comparable(part);
  const escaped = text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
  return [...text].length < 3 ? `% ${escaped}%` : `%${escaped}%`;
}

function comparable(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
