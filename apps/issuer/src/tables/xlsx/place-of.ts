/** The column and the row of a reference such as `B12`, both from 1; null for none. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } | null {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return null;
  return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), row: Number(row) };
}
