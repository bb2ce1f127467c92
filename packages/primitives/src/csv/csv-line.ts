/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/;

/**
 * A line of CSV (RFC 4180), with CRLF at its end. Text that a spreadsheet would run gets an apostrophe in front; null is an empty cell.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | null): string {
  const text = cell === null ? '' : FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
