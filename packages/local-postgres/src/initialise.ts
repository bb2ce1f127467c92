import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import { LocalPostgresError } from './error.js';
import { giveToPostgres, runAs, selfPath, spawnAsPostgres } from './run-as.js';

/** The one user of the cluster; it owns the databases. */
export const CLUSTER_USER = 'proofmark';

/**
 * Makes a cluster in the folder if there is none yet, and answers the password of its user, which is kept beside the folder.
 * A start that was killed in the middle leaves only a draft, which the next one replaces.
 * @param auth `trust` relies on the folder of the socket, which only its owner can enter; it saves the tests a key derivation a connection
 */
export async function initialise(
  folder: string,
  binaries: PostgresBinaries,
  scratch: string,
  auth: 'scram-sha-256' | 'trust',
): Promise<string> {
  const password = readOrMakePassword(`${folder}.password`, existsSync(folder));
  if (existsSync(folder)) {
    checkVersion(folder, binaries.major);
    return password;
  }
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveToPostgres(draft);
  const passwordFile = join(scratch, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveToPostgres(passwordFile);
  try {
    await initdb(binaries.initdb, draft, passwordFile, auth);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, folder);
  return password;
}

/** Code-point order and UTF-8 whatever the machine's language is; no ICU, whose version would decide about the order of an index. */
async function initdb(program: string, folder: string, passwordFile: string, auth: string): Promise<void> {
  const options = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
  const child = spawnAsPostgres(
    program,
    ['-D', selfPath(folder), '-U', CLUSTER_USER, `--auth=${auth}`, `--pwfile=${passwordFile}`, ...options],
    folder,
    'pipe',
  );
  let errors = '';
  child.stdout?.resume();
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', resolve);
  });
  if (code === 0) return;
  if (errors.includes('could not look up effective user ID')) {
    throw new LocalPostgresError(
      'unknown-user',
      `PostgreSQL needs a user that the system knows by name, and user id ${runAs?.uid ?? process.getuid?.()} is in no user list`,
      'run as another user, or use another PostgreSQL server',
    );
  }
  const reason =
    errors
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^initdb: (error: )?/, '') || code;
  const problem = `The embedded PostgreSQL could not make its data folder ${folder} (${String(reason).replace(/\.$/, '')})`;
  throw new LocalPostgresError('initialisation-failed', problem, 'check that the folder can be written and that its disk has room');
}

function readOrMakePassword(path: string, clusterExists: boolean): string {
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (clusterExists) {
    throw new LocalPostgresError(
      'password-missing',
      `The file ${path}, without which the embedded PostgreSQL cannot be opened, is missing`,
      'restore it from the same backup as the data folder',
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600, flush: true });
  chmodSync(path, 0o600);
  return password;
}

function checkVersion(folder: string, major: number): void {
  const found = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (found === major) return;
  throw new LocalPostgresError(
    'other-version',
    `The data in ${folder} was written by PostgreSQL ${found}, but this release brings PostgreSQL ${major}`,
    `start the earlier release, or move the data to a PostgreSQL server`,
  );
}
