import { paint, type Terminal } from '../terminal.js';

/** Rows under the names of their columns, aligned for people. The cells are safe to print. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[], terminal: Terminal): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => [...(row[at] ?? '')].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  return [paint(terminal, 'bold', line(head)), ...rows.map(line)].map((text) => `${text}\n`).join('');
}
