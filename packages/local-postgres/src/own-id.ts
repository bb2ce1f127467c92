import { createHash } from 'node:crypto';
import { lchownSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type RunAs, runAs } from './run-as.js';

/** Ids that no system gives to users, daemons, containers or sessions by itself; one of them is chosen by the folder. */
const FIRST = 400_000;
const COUNT = 100_000;

/**
 * The user of the server over a data folder, where root starts it: an id of its own, which owns the folder and nothing else, so that no other
 * daemon can stop the server or look into it, as they could with `nobody`. `initdb` has to run as a user whom the system knows; afterwards the
 * folder changes hands. Where this machine has no such ids (a container with few of them) it stays `nobody`'s. Null where we are not root.
 */
export function ownerOf(folder: string): RunAs | null {
  if (runAs === null) return null;
  const { uid } = statSync(folder);
  const own = isOwn(uid) ? uid : freeId(folder);
  try {
    // Again each time: a process that died in the middle left some of it.
    handOver(folder, own);
    return { uid: own, gid: own };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EINVAL' && code !== 'EPERM') throw error;
    handOver(folder, runAs.uid);
    return runAs;
  }
}

function isOwn(uid: number): boolean {
  return uid >= FIRST && uid < FIRST + COUNT;
}

function freeId(folder: string): number {
  const taken = new Set(usersOfTheSystem());
  const start = createHash('sha256').update(realpathSync(folder)).digest().readUInt32BE(0) % COUNT;
  for (let step = 0; step < COUNT; step += 1) {
    const id = FIRST + ((start + step) % COUNT);
    if (!taken.has(id)) return id;
  }
  return runAs?.uid ?? FIRST;
}

function usersOfTheSystem(): readonly number[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => Number(line.split(':')[2]));
  } catch {
    return [];
  }
}

/** Gives a folder and everything in it to a user; links are not followed. */
export function handOver(path: string, id: number): void {
  lchownSync(path, id, id);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    if (entry.isDirectory()) handOver(at, id);
    else lchownSync(at, id, id);
  }
}
