import { writeFile } from 'node:fs/promises';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/** Writes what a command made to a file, or to standard output for `-`. An existing file is kept unless `overwrite` is set. */
export async function writeResult(terminal: Terminal, file: string, data: Uint8Array | string, overwrite = false): Promise<void> {
  if (file === '-') {
    if (typeof data === 'string') terminal.out(data.endsWith('\n') ? data : `${data}\n`);
    else process.stdout.write(data);
    return;
  }
  await writeFile(file, data, { flag: overwrite ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new UsageError(`${file} exists already; choose another name, or add --force.`);
    throw new UsageError(`${file} could not be written (${error.code ?? 'unknown error'}).`);
  });
}
