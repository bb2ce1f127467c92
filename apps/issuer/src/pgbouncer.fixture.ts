import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilItAnswers } from '@proofmark/local-postgres/testing';

/** pgbouncer as a system's package installs it; null where there is none. */
export const PGBOUNCER: string | null = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find(existsSync) ?? null;

export interface PgBouncer {
  readonly url: string;
  stop(): Promise<void>;
}

/** It refuses to run as root. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Starts pgbouncer in transaction mode before a server that trusts the loopback. */
export async function startPgBouncer(program: string, server: { readonly port: number; readonly user: string }): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const settings = {
    pool_mode: 'transaction',
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    default_pool_size: 15,
    max_client_conn: 500,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, `[databases]\n* = host=127.0.0.1 port=${server.port} user=${server.user}\n[pgbouncer]\n${lines.join('\n')}\n`);
  const child = spawn(program, ['-q', file], { ...NOBODY, cwd: '/', stdio: 'ignore' });
  const url = `postgres://${server.user}@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, child, 'pgbouncer');
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
