import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from './binaries.js';
import { LocalPostgresError } from './error.js';
import { CLUSTER_USER, initialise } from './initialise.js';
import { clusterName, stopOrphan } from './orphan.js';
import { handOver, ownerOf } from './own-id.js';
import { runAs, selfPath, spawnAsPostgres } from './run-as.js';
import { reasonInLog } from './server-log.js';
import { makeSocketFolder } from './socket-folder.js';

/** Where a client finds the cluster: a unix socket, so nothing of it is on the network. */
export interface ClusterConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  readonly connection: ClusterConnection;
  readonly pid: number;
  /** Resolves, with the reason, when the server ends without being asked to. */
  readonly lost: Promise<string>;
  /** Shuts the server down, which ends all sessions, and waits until it is gone. */
  stop(): Promise<void>;
  /** Leaves the server to another process: this one may end without ending it. */
  handOver(): void;
}

const DURABLE = ['-c', 'fsync=on', '-c', 'full_page_writes=on'];
const FOR_TESTS = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=300'];

/**
 * Starts the embedded PostgreSQL over a data folder, which is made when absent; its log lies beside it. The caller owns the folder
 * (see claimOwnership). Throws a LocalPostgresError.
 */
export async function startCluster(folder: string, { durable }: { readonly durable: boolean } = { durable: true }): Promise<Cluster> {
  const binaries = await postgresBinaries(dirname(folder));
  const sockets = makeSocketFolder();
  try {
    const password = await initialise(folder, binaries, sockets, durable ? 'scram-sha-256' : 'trust');
    await stopOrphan(folder);
    // The cluster of the tests is one of many processes under any user.
    const owner = durable ? ownerOf(folder) : runAs;
    if (owner !== null) handOver(sockets, owner.uid);
    const log = `${folder}.log`;
    const output = openSync(log, 'w', 0o600);
    const child = spawnAsPostgres(
      binaries.postgres,
      [...settings(folder, sockets), ...(durable ? DURABLE : FOR_TESTS)],
      folder,
      output,
      owner,
    );
    closeSync(output);
    const connection = { host: sockets, port: 5432, user: CLUSTER_USER, password };
    const running = supervise(child, log, sockets);
    await Promise.race([ready(connection, child, log), running.lost.then((reason) => Promise.reject(failed(reason, log)))]);
    return { connection, ...running };
  } catch (error) {
    rmSync(sockets, { recursive: true, force: true });
    throw error;
  }
}

/** The log names no values: a failed statement may hold what a person wrote. */
function settings(folder: string, sockets: string): string[] {
  const values = {
    cluster_name: clusterName(folder),
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  return ['-D', selfPath(folder), ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function supervise(child: ChildProcess, log: string, sockets: string): Omit<Cluster, 'connection'> {
  let asked = false;
  let tellLost: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    tellLost = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      tellLost(error.message);
      resolve();
    });
    child.once('exit', (code, signal) => {
      if (!asked) tellLost(signal === null ? (found(log)?.reason ?? `it ended with code ${code}`) : `it was ended by ${signal}`);
      resolve();
    });
  });
  const onExit = (): void => void child.kill('SIGINT');
  process.once('exit', onExit);
  return {
    pid: child.pid ?? 0,
    lost,
    async stop() {
      asked = true;
      process.off('exit', onExit);
      child.kill('SIGINT');
      const patience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
      await ended;
      clearTimeout(patience);
      rmSync(sockets, { recursive: true, force: true });
    },
    handOver() {
      process.off('exit', onExit);
      child.unref();
    },
  };
}

/** Recovery after a crash may take its time, so there is no limit as long as the server lives. */
async function ready(connection: ClusterConnection, child: ChildProcess, log: string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const client = new pg.Client({ ...connection, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      // 57P03: the server is starting up (SQLSTATE cannot_connect_now).
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)) {
        child.kill('SIGINT');
        throw failed((error as Error).message, log);
      }
    }
    await wait(20);
  }
  // The reason comes through `lost`.
  await new Promise(() => undefined);
}

function failed(reason: string, log: string): LocalPostgresError {
  const folder = log.replace(/\.log$/, '');
  if (found(log)?.diskFull === true) {
    const problem = `The disk that holds ${folder} is full (${reason.replace(/\.$/, '')})`;
    return new LocalPostgresError('disk-full', problem, 'make room on it and start again; nothing that was acknowledged is lost');
  }
  return new LocalPostgresError(
    'start-failed',
    `The embedded PostgreSQL did not start (${reason.replace(/\.$/, '')})`,
    `its log is ${log}`,
  );
}

/** What the log tells of why the server ended, or null. */
function found(log: string): ReturnType<typeof reasonInLog> {
  try {
    return reasonInLog(readFileSync(log, 'utf8'));
  } catch {
    return null;
  }
}
