import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a new file that only its owner may read, all of it or nothing, and waits until it is on the disk.
 * Answers false, and changes nothing, when a file of that name is there already.
 */
export async function writeDurably(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** The name of a new file is durable only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Removes a file, if it is there, and waits until that is on the disk. */
export async function removeDurably(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}

/** The files of a folder, each with the time of its last change; without those that vanish meanwhile. */
export async function listFiles(folder: string): Promise<readonly { readonly name: string; readonly at: Date }[]> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(ifMissing);
      return found === null ? [] : [{ name, at: found.mtime }];
    }),
  );
  return files.flat();
}

/** A draft is there for milliseconds, unless its process was killed. */
const DRAFT_AGE = 60_000;

/** Removes the drafts that killed processes left in a folder. */
export async function removeOldDrafts(folder: string): Promise<void> {
  const old = (await listFiles(folder)).filter(({ name, at }) => name.endsWith('.draft') && Date.now() - at.getTime() > DRAFT_AGE);
  for (const { name } of old) await removeDurably(join(folder, name));
}

/** The text of a file, or null when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(ifMissing);
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
