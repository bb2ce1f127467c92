import { writeFile } from 'node:fs/promises';
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
    const force = overwrite === 'never' ? '' : ', or add --force';
    if (error.code === 'EEXIST') throw new UsageError(`${file} exists already; choose another name${force}.`);
    throw new UsageError(`${file} could not be written (${error.code ?? 'unknown error'}); name another file.`);
  });
}
