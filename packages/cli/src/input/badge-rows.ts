import { createHash } from 'node:crypto';
import { canonicalEmail } from '@proofmark/primitives';
import type { IssueCredential } from '@proofmark/schemas/api';
import { type Cells, COLUMN_HELP, cellsOf, columnOf, columnsOf } from '../csv/columns.js';
import { decodeCsv } from '../csv/decode-csv.js';
import { guardedRow, unguarded } from '../csv/formula-guard.js';
import { readTable } from '../csv/read-table.js';
import { splitLinks } from '../csv/split-links.js';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';

/** One badge that a row asks for. */
export interface BadgeRow {
  /** The line of the file in which the row begins, for people; the first is 1. */
  readonly line: number;
  readonly body: IssueCredential;
  /** The same for the same row of the same file and achievement, so that a run can be repeated. */
  readonly idempotencyKey: string;
  /** The row as it stands in the file, harmless in a spreadsheet. */
  readonly raw: string;
  /** The line of an earlier row for the same person, or null. */
  readonly repeats: number | null;
}

export interface BadgeRows {
  /** The line that names the columns. */
  readonly header: string;
  readonly rows: readonly BadgeRow[];
}

const MAX_BYTES = 50_000_000;

/**
 * Reads a file with one badge a row (RFC 4180, in UTF-8; commas, semicolons, tabs or vertical bars). Throws a UsageError when it cannot be
 * read as a whole: nothing is issued from half a file. Whether a row makes a badge is the service's to say.
 */
export async function readBadgeRows(file: string, achievement: string): Promise<BadgeRows> {
  const bytes = await readFileStart(file, MAX_BYTES + 1);
  if (bytes.length > MAX_BYTES) throw new UsageError(`${file} is larger than ${MAX_BYTES / 1_000_000} MB; cut it into several files.`);
  const table = readTable(decodeCsv(bytes, file), file, (name) => columnOf(name) !== null);
  const columns = columnsOf(table, file);
  if (table.rows.length === 0) throw new UsageError(`${file} has no rows. ${COLUMN_HELP}`);
  const digest = createHash('sha256').update(`${achievement}\n`).update(bytes).digest('hex').slice(0, 40);
  const seen = new Map<string, number>();
  const rows = table.rows.map((row): BadgeRow => {
    const body = bodyOf(cellsOf({ ...row, cells: row.cells.map(unguarded) }, columns, file));
    const person = personOf(body);
    const repeats = person === null ? null : (seen.get(person) ?? null);
    if (person !== null && repeats === null) seen.set(person, row.line);
    return { line: row.line, body, idempotencyKey: `csv-${digest}-${row.index + 1}`, raw: guardedRow(row, table.delimiter), repeats };
  });
  return { header: table.header.raw, rows };
}

function bodyOf({ email, did, name, evidence = '', valid_from: validFrom, valid_until: validUntil }: Cells): IssueCredential {
  return {
    recipient: { ...(email && { email }), ...(did && { did }), ...(name && { name }) },
    evidence: splitLinks(evidence).map((url) => ({ url })),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
  };
}

/** What is the same for the same person; null when the row names nobody that a badge could be for. */
function personOf({ recipient: { email, did } }: IssueCredential): string | null {
  return email === undefined ? (did ?? null) : canonicalEmail(email);
}
