import { guardedLine } from '../../../issuing/issuance-jobs/formula-guard.js';
import type { JobRow, JobRows } from '../../../issuing/issuance-jobs/list-rows.js';
import { cellsOf } from '../../../issuing/issuance-jobs/reading/cells-of.js';

/** The columns that are put behind those of the file. A file that is sent again may have them. */
const OURS = ['proofmark_row', 'proofmark_reason'];

/** Rows as CSV: the columns of the file, the number of the row, and why it is no badge. Nothing in it runs in a spreadsheet. */
export async function* rowsAsCsv({ job, rows }: JobRows): AsyncGenerator<string> {
  const header = (job.found.header ?? ['request']).map((name) => name);
  const kept = header.map((name, at) => ({ name, at })).filter(({ name }) => !OURS.includes(name));
  yield `${guardedLine([...kept.map(({ name }) => name), ...OURS])}\r\n`;
  for await (const row of rows) {
    const cells = row.content === null ? [] : cellsOf(row.content);
    yield `${guardedLine([...kept.map(({ at }) => cells[at] ?? ''), String(row.row), reasonOf(row)])}\r\n`;
  }
}

function reasonOf({ result, state }: JobRow): string {
  if (result === null || !('problem' in result)) return state;
  const { detail, errors } = result.problem;
  const places = errors.map(({ column, pointer, detail: wanted }) => `${column ?? pointer}: ${wanted}`);
  return places.length === 0 ? detail : places.join('; ');
}
