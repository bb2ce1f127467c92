import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '@proofmark/local-postgres';
import pg from 'pg';

/** A PostgreSQL of a drill, reached by a unix socket in a folder. */
export interface DrillServer {
  readonly sockets: string;
  readonly user: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** A folder that PostgreSQL's user can walk to. */
export function drillFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pm-drill-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Copies a folder with its owners, modes and times, as a backup does. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

/** The PostgreSQL from npm. Its files are in `postgres` below the folder. */
export async function npmServer(folder: string): Promise<DrillServer> {
  const { connection, stop } = await startLocalPostgres(folder, 'proofmark');
  return { sockets: connection.host, user: connection.user, password: connection.password, stop };
}

/** The programs of a PostgreSQL that the machine has beside, with its own pg_dump and pg_restore; null when it has none. */
export function machinePrograms(): string | null {
  const parent = '/usr/lib/postgresql';
  const found = existsSync(parent) ? readdirSync(parent).map((version) => join(parent, version, 'bin')) : [];
  const all = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];
  return found.sort().findLast((folder) => all.every((name) => existsSync(join(folder, name)))) ?? null;
}

/** Starts that PostgreSQL over a new data folder. */
export async function machineServer(programs: string, folder: string): Promise<DrillServer> {
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;
  const [data, sockets] = [join(folder, 'data'), join(folder, 'sockets')];
  for (const path of [data, sockets]) {
    mkdirSync(path, { mode: 0o700 });
    if (user !== null) chownSync(path, user.uid, user.gid);
  }
  const options = { ...user, cwd: data, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'proofmark', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...options,
    stdio: 'ignore',
  });
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${sockets}`, '-c', 'fsync=off'];
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' });
  const server = { sockets, user: 'proofmark', password: '', stop: () => end(child) };
  await asAdmin(server, (admin) => admin.query('CREATE DATABASE proofmark'), child);
  return server;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}

/** Runs statements in the database `postgres`, as soon as the server takes them. */
export async function asAdmin<T>(server: DrillServer, work: (admin: pg.Client) => Promise<T>, child?: ChildProcess): Promise<T> {
  for (;;) {
    const admin = new pg.Client({ host: server.sockets, user: server.user, password: server.password, database: 'postgres' });
    admin.on('error', () => undefined);
    try {
      await admin.connect();
    } catch (error) {
      if (child === undefined || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    try {
      return await work(admin);
    } finally {
      await admin.end();
    }
  }
}

/** An address that stays the same while the server behind it is exchanged, as a failover does. */
export function movableAddress(folder: string): { readonly url: (server: DrillServer) => string; lead(server: DrillServer): void } {
  const link = join(folder, 'current');
  return {
    url: ({ user, password }) => `postgres://${user}:${encodeURIComponent(password)}@/proofmark?host=${encodeURIComponent(link)}`,
    lead({ sockets }) {
      if (existsSync(link)) unlinkSync(link);
      else rmSync(link, { force: true });
      symlinkSync(sockets, link);
    },
  };
}
