import type { ApiProblem } from '@proofmark/client';
import type { FieldError } from '@proofmark/schemas/api';
import { plain } from '../terminal.js';

/** The columns that the members of a request come from. */
const COLUMNS: readonly (readonly [start: string, column: string])[] = [
  ['/recipient/email', 'email'],
  ['/recipient/did', 'did'],
  ['/recipient/name', 'name'],
  ['/recipient', 'email'],
  ['/evidence', 'evidence'],
  ['/validFrom', 'valid_from'],
  ['/validUntil', 'valid_until'],
];

/** One place of a row that was refused. */
interface RowError extends FieldError {
  /** The column of the file, where the place is in one. */
  readonly column?: string;
}

/** The places that a problem names, each with its column. */
export function placesOf({ errors }: ApiProblem): readonly RowError[] {
  return errors.map((error) => {
    const column = COLUMNS.find(([start]) => error.pointer === start || error.pointer.startsWith(`${start}/`))?.[1];
    return column === undefined ? error : { ...error, column };
  });
}

/** A problem of the API with a row as a few lines: what happened, then each column with its own sentence. */
export function describeRowProblem(problem: ApiProblem): string {
  const places = placesOf(problem).map((error) => `  ${plain(`${placeOf(error)}: ${error.detail}`, 1000)}`);
  const headline = plain(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title, 1000);
  return `${[headline, ...places].join('\n')}\n`;
}

/** A cell may hold several links, which are counted. */
function placeOf({ pointer, column }: RowError): string {
  const link = /^\/evidence\/(\d{1,6})(?:\/|$)/.exec(pointer)?.[1];
  if (column === undefined) return pointer || '(the whole row)';
  return `column “${column}”${link === undefined ? '' : `, link ${Number(link) + 1}`}`;
}
