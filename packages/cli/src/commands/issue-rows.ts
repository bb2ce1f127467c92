import { ApiProblem, type Client, ServiceUnavailable } from '@proofmark/client';
import type { CredentialResource } from '@proofmark/schemas/api';
import type { BadgeRow, BadgeRows } from '../input/badge-rows.js';
import { describeRowProblem, placesOf } from '../output/row-problem.js';
import { plain, type Terminal } from '../terminal.js';

/**
 * What became of one row. A row that was not tried may have been issued by an earlier run. A row waits when nobody answered for its work:
 * it may be taken later as it is.
 */
export type RowOutcome =
  | { readonly row: BadgeRow; readonly outcome: 'issued'; readonly badge: CredentialResource }
  | { readonly row: BadgeRow; readonly outcome: 'refused' | 'waiting'; readonly problem: ApiProblem }
  | { readonly row: BadgeRow; readonly outcome: 'not-tried'; readonly reason: string };

/** Rows that are sent at the same time: the service waits for the links of each. */
const AT_ONCE = 4;
/** Problems that are not the row's: the same row may be taken later. */
const PASSING = ['unavailable', 'database-unavailable', 'storage-full', 'too-many-requests', 'internal-error', 'request-in-progress'];

/**
 * Issues one badge a row, and reports each as it is done, in the order of the file; rows that wait are tried once more after the others. A
 * service that does not answer ends the run: the rest is not tried. To run it again issues nothing twice, since the service knows each row
 * by its key.
 */
export async function issueRows(
  client: Client,
  achievement: string,
  { rows }: BadgeRows,
  { terminal, json }: { readonly terminal: Terminal; readonly json: boolean },
): Promise<readonly RowOutcome[]> {
  const outcomes = new Map<BadgeRow, RowOutcome>();
  let gone: string | null = null;
  const pass = async (tried: readonly BadgeRow[]): Promise<void> => {
    for (let at = 0; at < tried.length; at += AT_ONCE) {
      const batch = tried.slice(at, at + AT_ONCE);
      const reason: string | null = gone;
      const done: readonly RowOutcome[] =
        reason === null
          ? await Promise.all(batch.map((row) => issueRow(client, achievement, row)))
          : batch.map((row) => ({ row, outcome: 'not-tried', reason }));
      for (const outcome of done) {
        outcomes.set(outcome.row, outcome);
        if (outcome.outcome === 'not-tried') gone ??= outcome.reason;
        terminal.out(json ? `${JSON.stringify(jsonOf(outcome))}\n` : textOf(outcome));
      }
      if (terminal.progress) terminal.err(`\r${outcomes.size} of ${rows.length}`);
    }
  };
  await pass(rows);
  if (gone === null) await pass(rows.filter((row) => outcomes.get(row)?.outcome === 'waiting'));
  if (terminal.progress) terminal.err('\n');
  return [...outcomes.values()];
}

async function issueRow(client: Client, achievement: string, row: BadgeRow): Promise<RowOutcome> {
  try {
    const badge = await client.credentials.issue(achievement, row.body, { idempotencyKey: row.idempotencyKey });
    return { row, outcome: 'issued', badge };
  } catch (error) {
    if (error instanceof ServiceUnavailable) return { row, outcome: 'not-tried', reason: error.message };
    if (!(error instanceof ApiProblem)) throw error;
    if (PASSING.includes(error.code)) return { row, outcome: 'not-tried', reason: `${error.title}: ${error.detail}` };
    return { row, outcome: error.retryable ? 'waiting' : 'refused', problem: error };
  }
}

function textOf(result: RowOutcome): string {
  const { line, repeats, body } = result.row;
  const { name } = body.recipient;
  const who = name === undefined || result.outcome === 'issued' ? '' : ` (${plain(name, 100)})`;
  const at = `line ${line}${who}${repeats === null ? '' : ` (the same person as line ${repeats})`}: `;
  if (result.outcome === 'issued') return `${at}issued ${plain(result.badge.url)}\n`;
  if (result.outcome === 'not-tried') return `${at}not tried. ${plain(result.reason)}\n`;
  return `${at}${result.outcome === 'waiting' ? 'waits' : 'not issued'}. ${describeRowProblem(result.problem)}`;
}

function jsonOf({ row: { line, repeats }, ...result }: RowOutcome): object {
  const row = { line, ...(repeats !== null && { repeats }) };
  if (result.outcome === 'issued') return { ...row, outcome: 'issued', id: result.badge.id, url: result.badge.url };
  if (result.outcome === 'not-tried') return { ...row, outcome: 'not-tried', reason: result.reason };
  const { code, detail } = result.problem;
  return { ...row, outcome: result.outcome, code, detail, errors: placesOf(result.problem) };
}
