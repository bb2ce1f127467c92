import { ApiProblem, type Client, ServiceUnavailable } from '@proofmark/client';
import type { CredentialResource } from '@proofmark/schemas/api';
import type { BadgeRow, BadgeRows } from '../input/badge-rows.js';
import { describeProblem } from '../output/problem.js';
import { plain, type Terminal } from '../terminal.js';

/** What became of one row. A row that was not tried may have been issued by an earlier run. */
export type RowOutcome =
  | { readonly row: BadgeRow; readonly outcome: 'issued'; readonly badge: CredentialResource }
  | { readonly row: BadgeRow; readonly outcome: 'refused'; readonly problem: ApiProblem }
  | { readonly row: BadgeRow; readonly outcome: 'not-tried'; readonly reason: string };

/** Rows that are sent at the same time: the service waits for the links of each. */
const AT_ONCE = 4;
/** Problems that are not the row's: the same row may be taken later. */
const PASSING = ['unavailable', 'too-many-requests', 'internal-error', 'request-in-progress'];

/**
 * Issues one badge a row, and reports each as it is done, in the order of the file. A service that does not answer ends the run: the
 * rest is not tried. To run it again issues nothing twice, since the service knows each row by its key.
 */
export async function issueRows(
  client: Client,
  achievement: string,
  { rows }: BadgeRows,
  { terminal, json }: { readonly terminal: Terminal; readonly json: boolean },
): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  let gone: string | null = null;
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const batch = rows.slice(at, at + AT_ONCE);
    const reason: string | null = gone;
    const done: readonly RowOutcome[] =
      reason === null
        ? await Promise.all(batch.map((row) => issueRow(client, achievement, row)))
        : batch.map((row) => ({ row, outcome: 'not-tried', reason }));
    for (const outcome of done) {
      outcomes.push(outcome);
      if (outcome.outcome === 'not-tried') gone ??= outcome.reason;
      terminal.out(json ? `${JSON.stringify(jsonOf(outcome))}\n` : textOf(outcome));
    }
    if (terminal.progress) terminal.err(`\r${outcomes.length} of ${rows.length}`);
  }
  if (terminal.progress) terminal.err('\n');
  return outcomes;
}

async function issueRow(client: Client, achievement: string, row: BadgeRow): Promise<RowOutcome> {
  try {
    const badge = await client.credentials.issue(achievement, row.body, { idempotencyKey: row.idempotencyKey });
    return { row, outcome: 'issued', badge };
  } catch (error) {
    if (error instanceof ServiceUnavailable) return { row, outcome: 'not-tried', reason: error.message };
    if (!(error instanceof ApiProblem)) throw error;
    return PASSING.includes(error.code)
      ? { row, outcome: 'not-tried', reason: `${error.title}: ${error.detail}` }
      : { row, outcome: 'refused', problem: error };
  }
}

function textOf(result: RowOutcome): string {
  const line = `line ${result.row.line}: `;
  if (result.outcome === 'issued') return `${line}issued ${plain(result.badge.url)}\n`;
  if (result.outcome === 'refused') return `${line}not issued. ${describeProblem(result.problem)}`;
  return `${line}not tried. ${plain(result.reason)}\n`;
}

function jsonOf({ row: { line }, ...result }: RowOutcome): object {
  if (result.outcome === 'issued') return { line, outcome: 'issued', id: result.badge.id, url: result.badge.url };
  if (result.outcome === 'not-tried') return { line, outcome: 'not-tried', reason: result.reason };
  const { code, detail, errors } = result.problem;
  return { line, outcome: 'refused', code, detail, errors };
}
