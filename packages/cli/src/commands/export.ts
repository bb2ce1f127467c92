import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from '@proofmark/client';
import { EXPORT_FORMATS, type ExportFormat } from '@proofmark/schemas/api';
import { type Command, Option } from 'commander';
import { type ApiOptions, addApiOptions, clientOf } from '../api.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Options extends ApiOptions {
  readonly issuer?: string;
  readonly recipient?: string;
  readonly format: ExportFormat;
  readonly out: string;
}

/** `proofmark export`: all badges of an issuer, everything that it has, or all that is kept of one person. */
export function addExport(program: Command, terminal: Terminal): void {
  const command = program
    .command('export')
    .description('Write all badges of an issuer to a file, with whose they are; as ZIP, everything that the issuer has here.')
    .requiredOption('--out <file>', 'where to; the file appears when it is complete')
    .addOption(new Option('--format <format>', 'of the file').choices(EXPORT_FORMATS).default('zip'))
    .option('--issuer <id>', 'needed with an admin key')
    .option('--recipient <id>', 'instead, all that is kept of this person, as JSON');
  addApiOptions(command).action(async (options: Options) => {
    const client = await clientOf(options);
    const { recipient, issuer, format, out } = options;
    const found =
      recipient === undefined
        ? Readable.fromWeb((await client.issuers.export(issuer ?? (await ownIssuer(client)), { format })) as never)
        : Readable.from([`${JSON.stringify(await client.recipients.export(recipient, { issuer }), null, 2)}\n`]);
    await written(found, out);
    terminal.out(`Written to ${out}. It names people: keep it as you keep their addresses.\n`);
  });
}

async function ownIssuer(client: Client): Promise<string> {
  const ids: string[] = [];
  for await (const { id } of client.issuers.list()) ids.push(id);
  const [only] = ids;
  if (only === undefined || ids.length > 1) throw new UsageError('This key is of no single issuer: say which one with --issuer.');
  return only;
}

/** What breaks off leaves no file under the name that was asked for. */
async function written(content: Readable, out: string): Promise<void> {
  const part = `${out}.part`;
  try {
    await pipeline(content, createWriteStream(part, { mode: 0o600 }));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC'].includes(String(error.code)))
      throw new UsageError(
        `${out} cannot be written (${String(error.code)}): name a file in a folder that is there and that you may write to.`,
      );
    throw new UsageError('The export broke off before its end, so no file was written. Try again.');
  }
}
