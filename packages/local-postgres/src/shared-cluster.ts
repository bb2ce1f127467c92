import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type ClusterConnection, startCluster } from './cluster.js';
import { stopOrphan } from './orphan.js';
import { claimOwnership } from './owner-file.js';
import { bootId } from './process-facts.js';
import { isOurs, runAs } from './run-as.js';
import { shortTemporaryFolder } from './socket-folder.js';

const KEEPER = fileURLToPath(new URL('../testing/keeper.mjs', import.meta.url));
const PREFIX = 'postgres-';

export interface SharedCluster {
  readonly connection: ClusterConnection;
  /** Tells the keeper that this process needs it no more; the end of the process does so, too. */
  release(): void;
}

export interface SharedClusterOptions {
  /** Where its files are; by default a folder for this user and checkout among the temporary files. */
  readonly base?: string;
  /** Milliseconds that it runs on after its last user has ended. */
  readonly patience?: number;
}

/**
 * The one PostgreSQL that all test processes of this checkout share. The first to ask starts it and hands it to a keeper, which stops
 * it soon after the last user has ended. It does not wait for a disk. Databases marked as templates last until the machine is started
 * again, so that the next run finds them; all others are dropped when the server starts.
 */
export async function sharedTestCluster({ base = baseFolder(), patience = 5000 }: SharedClusterOptions = {}): Promise<SharedCluster> {
  const socket = join(base, 'keeper');
  const deadline = Date.now() + 90_000;
  for (;;) {
    const found = await askKeeper(socket);
    if (found !== null) return found;
    const claim = claimOwnership(join(base, 'starting'));
    if (claim.ok) {
      try {
        const lateFound = await askKeeper(socket);
        if (lateFound !== null) return lateFound;
        await startWithKeeper(base, socket, patience);
      } finally {
        claim.release();
      }
    }
    if (Date.now() > deadline) throw new Error(`No test database after 90 s; see ${base}.`);
    await wait(50);
  }
}

/** The keeper's answer, or null when none is there. The connection stays open for the life of this process, which it does not prolong. */
function askKeeper(socket: string): Promise<SharedCluster | null> {
  return new Promise((resolve) => {
    const held = connect(socket);
    let text = '';
    held.on('data', (chunk) => {
      text += chunk.toString('utf8');
      if (!text.endsWith('\n')) return;
      held.unref();
      resolve({ connection: JSON.parse(text) as ClusterConnection, release: () => void held.destroy() });
    });
    held.on('error', () => resolve(null));
    held.on('close', () => resolve(null));
  });
}

async function startWithKeeper(base: string, socket: string, patience: number): Promise<void> {
  // What a crash of the machine left of files that were never synced cannot be trusted: each start of the machine begins another folder.
  const folder = join(base, `${PREFIX}${createHash('sha256').update(bootId()).digest('hex').slice(0, 8)}`);
  await sweep(base, folder);
  const cluster = await startCluster(folder, { durable: false });
  await dropLeftovers(cluster.connection);
  const task = { pid: cluster.pid, socket, sockets: cluster.connection.host, patience, answer: cluster.connection };
  spawn(process.execPath, [KEEPER, JSON.stringify(task)], { detached: true, stdio: 'ignore', env: {} }).unref();
  cluster.handOver();
  const deadline = Date.now() + 30_000;
  for (;;) {
    const kept = await askKeeper(socket);
    if (kept !== null) return kept.release();
    if (Date.now() > deadline) throw new Error('The keeper of the test database did not start.');
    await wait(20);
  }
}

/** Removes what cannot be used again: folders of an earlier start of the machine, and a cluster that was not shut down in order. */
async function sweep(base: string, current: string): Promise<void> {
  const names = readdirSync(base).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.filter((name) => !name.includes('.')).map((name) => join(base, name))) {
    await stopOrphan(folder);
    if (folder === current && wasShutDown(folder)) continue;
    for (const path of [folder, `${folder}.log`, `${folder}.password`, `${folder}.new`]) rmSync(path, { recursive: true, force: true });
  }
}

/** Reads the state that PostgreSQL keeps of a cluster (`DBState` in pg_control.h, after two version numbers and the cluster's id). */
function wasShutDown(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'global', 'pg_control')).readUInt32LE(16) === 1;
  } catch {
    return false;
  }
}

/** Databases of runs that were killed. */
async function dropLeftovers(connection: ClusterConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'");
    for (const { datname } of rows) await client.query(`DROP DATABASE ${client.escapeIdentifier(datname)}`);
  } finally {
    await client.end();
  }
}

function baseFolder(): string {
  const user = process.getuid?.() ?? 0;
  const checkout = createHash('sha256').update(KEEPER).digest('hex').slice(0, 8);
  const base = join(shortTemporaryFolder(), `proofmark-tests-${user}-${checkout}`);
  // PostgreSQL, under another user when we are root, needs to pass through.
  mkdirSync(base, { recursive: true, mode: runAs === null ? 0o700 : 0o711 });
  if (!isOurs(base)) throw new Error(`${base} belongs to somebody else; set TMPDIR to a folder of your own.`);
  return base;
}
