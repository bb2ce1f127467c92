import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root. This id has no rights anywhere, and the system's user list has it, which `initdb` asks for. */
const NOBODY = 65534;

/** The user that PostgreSQL runs as, or null for our own. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export const runAs: RunAs | null = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;

/**
 * How PostgreSQL names its own data folder. As another user it may be unable to walk there (think of /root), but its working
 * folder is entered before the user changes, and this path leads to it without a walk.
 */
export function selfPath(folder: string): string {
  return runAs !== null && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** Gives a file or folder to PostgreSQL's user. */
export function giveToPostgres(path: string): void {
  if (runAs !== null) chownSync(path, runAs.uid, runAs.gid);
}

/** True when PostgreSQL's user can walk to the folder. */
export function postgresCanReach(folder: string): boolean {
  if (runAs === null) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** True when nobody but us (or root) can have put anything into the folder. */
export function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return lstatSync(folder).isDirectory() && (uid === process.getuid?.() || uid === 0) && (mode & 0o022) === 0;
}

/** Starts a program of PostgreSQL in a folder, in a session of its own: Ctrl-C reaches only us, and we stop it when we are done. */
export function spawnAsPostgres(
  program: string,
  args: readonly string[],
  folder: string,
  output: number | 'pipe',
  as: RunAs | null = runAs,
): ChildProcess {
  return spawn(program, args, {
    ...(as ?? {}),
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
}
