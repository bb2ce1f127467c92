/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/;

const isFormula = (cell: string): boolean => FORMULA.test(cell);

/** A line of CSV, with an apostrophe before each cell that a spreadsheet would run. */
export function guardedLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (isFormula(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/** A cell as it was before `guardedLine`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
