import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  cpSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries.js';
import { CLUSTER_USER, initialise } from './initialise.js';
import { handOver } from './own-id.js';
import { runAs, selfPath, spawnAsPostgres } from './run-as.js';

/** A PostgreSQL server for one test, on a port of the loopback that stays the same: it can be stopped, halted, started again and copied. */
export interface OwnServer {
  /** Of the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Its files. */
  readonly folder: string;
  /** Of its main process; null when it was not started, or was stopped. */
  readonly pid: number | null;
  /** Starts it, and answers when it does. */
  start(): Promise<void>;
  /** Ends it: in order, or as a crash does. */
  stop(how?: 'in order' | 'at once'): Promise<void>;
  /** Halts all of its processes (SIGSTOP): it neither answers nor refuses. */
  halt(): void;
  /** Lets them go on (SIGCONT). */
  resume(): void;
  /** What it has logged. */
  log(): string;
  /** A standby that follows this server by streaming, not started yet. */
  standby(): Promise<OwnServer>;
  /** Stops it, and removes its files. */
  remove(): Promise<void>;
}

const FAST = { fsync: 'off', full_page_writes: 'off' };

/**
 * Makes a server, which is not started yet.
 *
 * @param settings of `postgresql.conf`, beside those that make it fast
 * @param parent in which its folder is made
 */
export async function ownServer(settings: Readonly<Record<string, string>> = {}, parent: string = tmpdir()): Promise<OwnServer> {
  const base = makeBase(parent);
  const binaries = await postgresBinaries(base);
  const folder = join(base, 'data');
  await initialise(folder, binaries, base, 'trust');
  return server(base, folder, binaries.postgres, settings);
}

/** How often a start is tried while processes of the server before are still there: 10 s. */
const START_TRIES = 100;

function makeBase(parent: string): string {
  const base = mkdtempSync(join(parent, 'proofmark-server-'));
  // PostgreSQL, under another user when we are root, needs to pass through.
  chmodSync(base, 0o711);
  return base;
}

async function server(base: string, folder: string, program: string, settings: Readonly<Record<string, string>>): Promise<OwnServer> {
  const port = await freePort();
  const url = `postgres://${CLUSTER_USER}@127.0.0.1:${port}/postgres`;
  const given = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...FAST, ...settings };
  const args = ['-D', selfPath(folder), ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let child: ChildProcess | null = null;
  const stop = async (how: 'in order' | 'at once' = 'in order'): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (how === 'at once') {
      // Held first: it would start another process between the look and its end.
      child.kill('SIGSTOP');
      for (const pid of processesOf(child)) kill(pid, 'SIGKILL');
    } else child.kill('SIGINT');
    await ended;
    child = null;
  };
  const signal = (name: NodeJS.Signals) => () => {
    for (const pid of child === null ? [] : processesOf(child)) kill(pid, name);
  };
  // Where a test run is broken off.
  const onExit = (): void => signal('SIGKILL')();
  process.once('exit', onExit);
  return {
    url,
    port,
    folder: base,
    get pid() {
      return child?.pid ?? null;
    },
    async start() {
      for (let tries = 1; ; tries += 1) {
        const log = openSync(`${folder}.log`, 'a', 0o600);
        const before = fstatSync(log).size;
        child = spawnAsPostgres(program, args, folder, log);
        closeSync(log);
        try {
          return await untilItAnswers(url, child, 'The PostgreSQL server of a test');
        } catch (error) {
          // The processes of the one that ended hold its memory and its port until they are gone, which a busy machine puts off.
          const told = readFileSync(`${folder}.log`).subarray(before).toString('utf8');
          if (tries === START_TRIES || !/pre-existing shared memory block|Address already in use/.test(told)) throw error;
          await wait(100);
        }
      }
    },
    stop,
    halt: signal('SIGSTOP'),
    resume: signal('SIGCONT'),
    log: () => readFileSync(`${folder}.log`, 'utf8'),
    async standby() {
      const other = makeBase(tmpdir());
      const copy = join(other, 'data');
      await copyInBackup(url, folder, copy);
      writeFileSync(join(copy, 'standby.signal'), '');
      if (runAs !== null) handOver(copy, runAs.uid);
      return server(other, copy, program, { primary_conninfo: `host=127.0.0.1 port=${port} user=${CLUSTER_USER}`, ...settings });
    },
    async remove() {
      process.off('exit', onExit);
      await stop('at once');
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** What pg_basebackup does, which is not in the package: a copy between the begin and the end of a backup, with the label of that backup. */
async function copyInBackup(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('copy', true)");
    mkdirSync(to, { mode: 0o700 });
    const left = new Set([
      'postmaster.pid',
      'postmaster.opts',
      'pg_replslot',
      'pg_dynshmem',
      'pg_notify',
      'pg_serial',
      'pg_snapshots',
      'pg_stat_tmp',
      'pg_subtrans',
    ]);
    for (const name of readdirSync(from)) {
      if (left.has(name)) continue;
      cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => name !== 'pg_wal' || !/[0-9A-F]{24}$/.test(path) });
    }
    for (const name of left) if (name.startsWith('pg_')) mkdirSync(join(to, name), { mode: 0o700 });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    writeFileSync(join(to, 'backup_label'), rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
}

/** The server's main process and those that it started. */
function processesOf({ pid }: ChildProcess): readonly number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=']).toString('utf8').trim().split('\n');
  const pairs = all.map((line) => line.trim().split(/ +/).map(Number));
  return [pid as number, ...pairs.filter(([, parent]) => parent === pid).map(([own]) => own as number)];
}

/** One that has just ended by itself cannot be told anything. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until a server for tests takes connections. Throws when its process ends instead; `name` says in the message what that was. */
export async function untilItAnswers(url: string, child: ChildProcess, name: string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    // A process of the server before may hold the port, and then nobody answers.
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch {
      await wait(20);
    }
  }
  throw new Error(`${name} ended at its start.`);
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
