import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import type { JobFile } from '@proofmark/client';
import { readFileStart } from '../input/read-input.js';
import { UsageError } from '../usage-error.js';

/** A file with a row for each badge. */
export interface UploadFile {
  readonly path: string;
  readonly type: JobFile['type'];
  readonly size: number;
  /** SHA-256 in hex. */
  readonly digest: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REMEDY = 'Save it as “CSV UTF-8”, or as .xlsx';
/** What other files of tables are. */
const OTHERS: Readonly<Record<string, string>> = {
  '.xls': 'an old Excel workbook',
  '.ods': 'an OpenDocument table',
  '.numbers': 'a Numbers document',
};

/** Looks at a file without keeping it in memory. Throws a UsageError for what is no file of rows. */
export async function openUploadFile(path: string): Promise<UploadFile> {
  if (path === '-') throw new UsageError('--csv takes the name of a file, which is read twice: write what comes in into one first.');
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} could not be read (${error.code ?? 'unknown error'}).`,
    );
  });
  if (info.isDirectory()) throw new UsageError(`${path} is a folder; name the file in it.`);
  if (!info.isFile()) throw new UsageError(`${path} is no ordinary file, which could be read twice: write its content into one first.`);
  const type = typeOf(path, Buffer.from(await readFileStart(path, 8)));
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) digest.update(piece as Uint8Array);
  return { path, type, size: info.size, digest: digest.digest('hex') };
}

/** By what the file begins with, else by its name. */
function typeOf(path: string, start: Buffer): JobFile['type'] {
  const extension = extname(path).toLowerCase();
  const other = start.toString('hex').startsWith('d0cf11e0') ? OTHERS['.xls'] : OTHERS[extension];
  if (other !== undefined) throw new UsageError(`${path} is ${other}. ${REMEDY}.`);
  if (start.toString('latin1').startsWith('PK\u0003\u0004')) return XLSX;
  if (extension === '.xlsx') throw new UsageError(`${path} is no Excel workbook, although it is called one. ${REMEDY}.`);
  if (extension === '.json') throw new UsageError(`${path} is JSON. Write one object a line, and call the file .ndjson.`);
  return extension === '.ndjson' || extension === '.jsonl' ? 'application/x-ndjson' : 'text/csv';
}

/** What happens while a file is sent. */
export interface Sending {
  /** So many bytes were handed on. */
  sent(bytes: number): void;
  /** Why the file cannot be sent. */
  failed(error: unknown): void;
}

/** The bytes of a file. They end in an error when they are not those that were looked at: the job would have the name of another file. */
export function bytesOf({ path, digest }: UploadFile, { sent, failed }: Sending): ReadableStream<Uint8Array> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let [count, held] = [0, null as Uint8Array | null];
    for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) {
      hash.update(piece);
      if (held !== null) yield held;
      held = piece;
      count += piece.length;
      sent(count);
    }
    if (hash.digest('hex') !== digest)
      throw new UsageError(`${path} was changed while it was read. Nothing was issued; run the command again.`);
    if (held !== null) yield held;
  }
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces();
    } catch (error) {
      failed(error);
      throw error;
    }
  }
  return ReadableStream.from(watched());
}
