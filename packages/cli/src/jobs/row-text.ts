import type { IssuanceJobRow } from '@proofmark/schemas/api';
import { plain } from '../terminal.js';

/** A row that is no badge as one line: its line in the file, and each column with what was wanted there. */
export function rowText({ line, problem }: IssuanceJobRow): string {
  if (problem === null) return `line ${line}`;
  const places = problem.errors.map(({ column, pointer, detail }) => `${placeOf(column, pointer)}${detail}`);
  return plain(`line ${line}: ${places.length === 0 ? problem.detail : places.join('; ')}`, 1000);
}

/** A cell may hold several links, which are counted. */
function placeOf(column: string | null, pointer: string): string {
  const link = /^\/evidence\/(\d{1,6})(?:\/|$)/.exec(pointer)?.[1];
  if (column === null) return pointer === '' ? '' : `${pointer}: `;
  return `column “${column}”${link === undefined ? '' : `, link ${Number(link) + 1}`}: `;
}
