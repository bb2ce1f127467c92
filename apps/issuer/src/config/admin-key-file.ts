import { open } from 'node:fs/promises';
import { StartupError } from './startup-error.js';

/** Writes an admin key into a new file that its owner alone can read. Throws a StartupError; a file that is there already is not touched. */
export async function writeAdminKey(path: string, key: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${key}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'there is such a file already' : `${code}`;
    throw new StartupError('admin-key-file', `The admin key cannot be written to ${path} (${why}); name another file.`, { cause });
  }
}
