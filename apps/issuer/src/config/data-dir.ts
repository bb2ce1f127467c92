import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from './startup-error.js';

/** Makes the data folder when it is not there, for its owner alone, and sees that it can be written. Throws a StartupError. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    await makeFolder(dataDir);
    const file = await open(probe, 'w');
    try {
      await file.writeFile('x');
      await file.sync();
    } finally {
      await file.close();
      await rm(probe, { force: true });
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartupError(
      'data-folder-unwritable',
      `The data folder ${dataDir} cannot be written (${code}); give this user the right to, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** Node's own recursive form never ends where a folder says that it does not exist when one is made in it, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}
