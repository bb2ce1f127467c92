import type { Readable } from 'node:stream';
import { readJson } from '@proofmark/primitives';
import type pg from 'pg';
import { BackupError } from '../backup/backup-error.js';

/** The file of the addresses of recipients: one JSON object a line, in clear, since no other service opens what is sealed here. */
export const ADDRESSES = 'addresses.ndjson';

export interface RecipientAddress {
  readonly id: string;
  readonly email: string;
}

/** The address of a row of `recipient`; null where it does not open. */
export type OpenAddress = (
  issuerId: string,
  row: { readonly lookup: Buffer; readonly dataKey: Buffer; readonly email: Buffer },
) => string | null;

/** Rows of one read, and of one write. */
const PAGE = 500;
/** Characters of a line; an address has 254 at most. */
const LONGEST = 2000;

export async function* addressLines(client: pg.ClientBase, issuerId: string, open: OpenAddress): AsyncGenerator<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<{ id: string; lookup: Buffer; dataKey: Buffer; email: Buffer }>(
      `SELECT id, lookup, data_key AS "dataKey", email FROM recipient
       WHERE issuer_id = $1 AND id > $2 AND lookup IS NOT NULL AND data_key IS NOT NULL AND email IS NOT NULL ORDER BY id LIMIT ${PAGE}`,
      [issuerId, after],
    );
    for (const row of rows) {
      const email = open(issuerId, row);
      if (email !== null) yield `${JSON.stringify({ id: row.id, email })}\n`;
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) return;
  }
}

/** Reads such a file, some addresses at a time. Throws a BackupError for what is none. */
export async function* readAddresses(file: Readable): AsyncGenerator<readonly RecipientAddress[]> {
  let page: RecipientAddress[] = [];
  let rest = '';
  for await (const piece of file.setEncoding('utf8')) {
    const lines = `${rest}${piece as string}`.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw unlike();
    for (const line of lines) page.push(readLine(line));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (rest !== '') throw unlike();
  yield page;
}

function readLine(line: string): RecipientAddress {
  const read = readJson(line, { maxLength: LONGEST, maxDepth: 2 });
  const value = read.ok ? (read.json as Partial<RecipientAddress> | null) : null;
  if (typeof value?.id !== 'string' || typeof value.email !== 'string') throw unlike();
  return { id: value.id, email: value.email };
}

function unlike(): BackupError {
  return new BackupError('backup-damaged', `${ADDRESSES} holds something else than addresses: write the archive anew.`);
}
