import { readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { processFacts } from '@proofmark/local-postgres';

/** The file system that lies in memory on Linux: a restart of the machine empties it, and no backup or snapshot of a disk holds it. */
const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;
const PREFIX = 'proofmark-marks-';
const FREE = 'free';

/** The folder in this machine's memory; null where there is none. */
export function machineMemory(): string | null {
  try {
    return statfsSync(MEMORY).type === TMPFS ? MEMORY : null;
  } catch {
    return null;
  }
}

/** The file of an owner that this process holds. */
export function heldFile(memory: string, owner: string): string {
  return join(memory, `${PREFIX}${owner}.${holder()}`);
}

export function freeFile(memory: string, owner: string): string {
  return join(memory, `${PREFIX}${owner}.${FREE}`);
}

/**
 * Makes the file of an owner this process's own, when it is free or the process that held it has ended; of several that try, one gets it. Answers
 * its path, or null.
 */
export function claimFile(memory: string, owner: string): string | null {
  for (const { name, holder: other } of filesOf(memory).filter((file) => file.owner === owner)) {
    if (other !== FREE && !hasEnded(other)) continue;
    const mine = heldFile(memory, owner);
    try {
      // Only what this user wrote says anything: others may write here, too.
      if (statSync(join(memory, name)).uid !== process.getuid?.()) continue;
      renameSync(join(memory, name), mine);
      return mine;
    } catch {
      // Another process was faster.
    }
  }
  return null;
}

/** Removes what processes left here whose data folder is gone. The first line of a file names the log in that folder. */
export function tidyMemory(memory: string): void {
  for (const { name, holder: other } of filesOf(memory)) {
    const path = join(memory, name);
    try {
      if (statSync(path).uid !== process.getuid?.() || (other !== FREE && !hasEnded(other))) continue;
      const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
      if (statSync(first.slice(2), { throwIfNoEntry: false }) === undefined) rmSync(path, { force: true });
    } catch {
      // It was claimed or removed meanwhile.
    }
  }
}

function filesOf(memory: string): readonly { readonly name: string; readonly owner: string; readonly holder: string }[] {
  return readdirSync(memory).flatMap((name) => {
    const [, owner, other] = /^proofmark-marks-([0-9a-f]{32})\.([0-9a-f.:-]{1,100}|free)$/.exec(name) ?? [];
    return owner === undefined || other === undefined ? [] : [{ name, owner, holder: other }];
  });
}

/** This process: its id means something only in its own space of ids, and only until it ends. */
function holder(): string {
  return `${processSpace()}.${process.pid}.${processFacts(process.pid)?.started ?? ''}`;
}

/** Whether a process is known to have ended. Of one in another space of ids, as in another container, nothing is known. */
function hasEnded(other: string): boolean {
  const [space, pid, started] = other.split('.');
  if (space !== processSpace()) return false;
  return (processFacts(Number(pid))?.started ?? null) !== started;
}

function processSpace(): string {
  return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '';
}
