import { access } from 'node:fs/promises';
import type { Client } from '@proofmark/client';
import type { IssuanceJob } from '@proofmark/schemas/api';
import { writePieces } from '../output/write-file.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { codeOfJob, endText } from './end-text.js';
import type { KeepTrying } from './keep-trying.js';
import type { Reporter } from './reporter.js';
import { rowText } from './row-text.js';

/** Rows that are printed; the others are in the file. */
const SHOWN = 20;

export interface Telling {
  readonly client: Client;
  readonly keep: KeepTrying;
  readonly reporter: Reporter;
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly rejects?: string | undefined;
}

/** Tells what came of a job, and of its rows; answers the exit code. */
export async function tellEnd(job: IssuanceJob, { client, keep, reporter, terminal, json, rejects }: Telling): Promise<number> {
  terminal.passing?.('');
  const code = codeOfJob(job);
  const written = rejects !== undefined && job.rows.refused > 0;
  if (written) await keep(() => writeRefused(terminal, client, job.id, rejects));
  if (json && job.state !== 'failed') await tellRows(client, job, reporter);
  else if (!json && job.rows.refused > 0) terminal.out(await keep(() => refusedText(client, job)));
  reporter.record('end', { job, exitCode: code });
  terminal.err(endText(job, written ? rejects : undefined));
  return code;
}

/** With a byte order mark, by which a spreadsheet knows UTF-8. */
export async function writeRefused(terminal: Terminal, client: Client, jobId: string, file: string): Promise<void> {
  async function* pieces(): AsyncGenerator<string> {
    if (file !== '-') yield '\ufeff';
    yield* client.issuanceJobs.rowsAsCsv(jobId, 'refused');
  }
  await writePieces(terminal, file, pieces());
}

/** To be asked before anything is issued: what was corrected in a file of refused rows is not to be lost. */
export async function refuseExisting(file: string): Promise<void> {
  const there =
    file !== '-' &&
    (await access(file).then(
      () => true,
      () => false,
    ));
  if (there) throw new UsageError(`${file} exists already; choose another name. Nothing was issued.`);
}

async function tellRows(client: Client, job: IssuanceJob, reporter: Reporter): Promise<void> {
  for await (const row of client.issuanceJobs.rows(job.id)) reporter.record('row', row);
}

async function refusedText(client: Client, { id, rows }: IssuanceJob): Promise<string> {
  const lines: string[] = [];
  for await (const row of client.issuanceJobs.rows(id, { state: 'refused' })) {
    lines.push(`${rowText(row)}\n`);
    if (lines.length === SHOWN) break;
  }
  const more = rows.refused - lines.length;
  return `${lines.join('')}${more > 0 ? `and ${more.toLocaleString('en')} more\n` : ''}`;
}
