import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/**
 * Writes what a command made to a file, or to standard output for `-`. An existing file is kept unless `overwrite` is set; with `never`
 * the command has no option to overwrite.
 */
export async function writeResult(
  terminal: Terminal,
  file: string,
  data: Uint8Array | string,
  overwrite: boolean | 'never' = false,
): Promise<void> {
  if (file === '-') {
    if (typeof data === 'string') terminal.out(data.endsWith('\n') ? data : `${data}\n`);
    else process.stdout.write(data);
    return;
  }
  await writeFile(file, data, { flag: overwrite === true ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(sentence(file, error, overwrite === 'never' ? '' : ', or add --force'));
  });
}

/** Writes text as it comes to a new file, or to standard output for `-`. A file that does not get to its end is removed. */
export async function writePieces(terminal: Terminal, file: string, pieces: AsyncIterable<string>): Promise<void> {
  if (file === '-') {
    for await (const piece of pieces) terminal.out(piece);
    return;
  }
  const stream = createWriteStream(file, { flags: 'wx' });
  let opened = false;
  stream.once('open', () => {
    opened = true;
  });
  await pipeline(Readable.from(pieces), stream).catch(async (error: NodeJS.ErrnoException) => {
    if (opened) await rm(file, { force: true });
    throw error.syscall === undefined ? error : new UsageError(sentence(file, error, ''));
  });
}

function sentence(file: string, { code }: NodeJS.ErrnoException, force: string): string {
  if (code === 'EEXIST') return `${file} exists already; choose another name${force}.`;
  return `${file} could not be written (${code ?? 'unknown error'}); name another file.`;
}
