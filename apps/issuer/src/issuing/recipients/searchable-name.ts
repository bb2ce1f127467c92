/**
 * A name, or a part of one, as names are compared: without accents, in lower case, with single spaces. So `muller` finds `Müller`, and `JOSE` finds
 * `José`.
 */
export function searchableName(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
