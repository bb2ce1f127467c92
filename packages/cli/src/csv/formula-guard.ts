/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/;

const isFormula = (cell: string): boolean => FORMULA.test(cell);

/** A row to be written: as it stands in the file, or with an apostrophe before each cell that a spreadsheet would run. */
export function guardedRow({ raw, cells }: { readonly raw: string; readonly cells: readonly string[] }, delimiter: string): string {
  if (!cells.some(isFormula)) return raw;
  return cells
    .map((cell) => (isFormula(cell) ? `'${cell}` : cell))
    .map((cell) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}

/** A cell as it was before `guardedRow`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
