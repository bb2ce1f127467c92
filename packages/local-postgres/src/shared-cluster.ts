import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ClusterConnection, startCluster } from './cluster.js';
import { stopOrphan } from './orphan.js';
import { claimOwnership } from './owner-file.js';
import { isOurs, runAs } from './run-as.js';
import { shortTemporaryFolder } from './socket-folder.js';

const KEEPER = fileURLToPath(new URL('../testing/keeper.mjs', import.meta.url));
const PREFIX = 'postgres-';

/**
 * The one PostgreSQL that all test processes of this checkout share. The first to ask starts it and hands it to a keeper, which stops
 * it soon after the last user has ended. It forgets everything, so it need not wait for a disk.
 */
export async function sharedTestCluster(): Promise<ClusterConnection> {
  const base = baseFolder();
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
        await startWithKeeper(base, socket);
      } finally {
        claim.release();
      }
    }
    if (Date.now() > deadline) throw new Error(`No test database after 90 s; see ${base}.`);
    await wait(50);
  }
}

/** The keeper's answer, or null when none is there. The connection stays open for the life of this process, which it does not prolong. */
function askKeeper(socket: string): Promise<ClusterConnection | null> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    let text = '';
    connection.on('data', (chunk) => {
      text += chunk.toString('utf8');
      if (!text.endsWith('\n')) return;
      connection.unref();
      resolve(JSON.parse(text) as ClusterConnection);
    });
    connection.on('error', () => resolve(null));
    connection.on('close', () => resolve(null));
  });
}

async function startWithKeeper(base: string, socket: string): Promise<void> {
  await sweep(base);
  // A new name each time: the last keeper may still be removing its own folder.
  const folder = join(base, `${PREFIX}${randomBytes(4).toString('hex')}`);
  const cluster = await startCluster(folder, { durable: false });
  const task = { pid: cluster.pid, socket, folder, sockets: cluster.connection.host, answer: cluster.connection };
  spawn(process.execPath, [KEEPER, JSON.stringify(task)], { detached: true, stdio: 'ignore', env: {} }).unref();
  cluster.handOver();
  const deadline = Date.now() + 30_000;
  while ((await askKeeper(socket)) === null) {
    if (Date.now() > deadline) throw new Error('The keeper of the test database did not start.');
    await wait(20);
  }
}

/** What a run left behind whose keeper was killed as well. */
async function sweep(base: string): Promise<void> {
  const names = readdirSync(base).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.filter((name) => !name.includes('.')).map((name) => join(base, name))) await stopOrphan(folder);
  for (const name of names) rmSync(join(base, name), { recursive: true, force: true });
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
