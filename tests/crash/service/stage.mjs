import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownServer } from '@proofmark/local-postgres/testing';
import pg from 'pg';
import { ask } from '../load/ask.mjs';
import { serviceProcess } from './service-process.mjs';
import { openWork } from './work.mjs';

/** Requests of a run are never too many. */
const MANY = '100000000/1';

const SETTINGS = {
  KEY_PASSPHRASE: 'what the keys of a crash run are sealed with',
  LOG_LEVEL: 'warn',
  WORK_RECHECK_DAYS: '7',
  VERIFY_THREADS: '2',
  RATE_LIMIT_API: MANY,
  RATE_LIMIT_PUBLIC: MANY,
};

/**
 * A PostgreSQL, and processes on it that serve and that work (PROCESS), all of which can be killed and started again; and an admin key.
 *
 * @param fault what is planted, or null
 * @param say hears what happens
 */
export async function openStage({ processes, workers: working, fault, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-crash-'));
  say('PostgreSQL starts');
  // As durable as a real one, whatever else makes tests fast.
  const postgres = await ownServer({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '200',
    ...fault?.server,
  });
  await postgres.start();
  const work = await openWork();
  const ports = [];
  for (let at = 0; at < processes + working; at += 1) ports.push(await freePort());
  const keyFile = join(folder, 'admin-key');
  const made = (kind, name, at) => {
    const port = ports[at];
    const dataDir = join(folder, `data-${at}`);
    mkdirSync(dataDir, { mode: 0o700 });
    const own = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: postgres.url, PUBLIC_BASE_URL: `http://localhost:${ports[0]}` };
    const env = { ...SETTINGS, ...own, PROCESS: kind, ...(at === 0 ? { ADMIN_KEY_FILE: keyFile } : {}) };
    return serviceProcess({ name, port, env, log: join(folder, `${name.replace(' ', '-')}.log`), preload: fault?.preload ?? null });
  };
  // Without a worker, each process does both.
  const kind = working === 0 ? 'both' : 'service';
  const services = Array.from({ length: processes }, (_, at) => made(kind, `process ${at}`, at));
  const workers = Array.from({ length: working }, (_, at) => made('worker', `worker ${at}`, processes + at));
  const all = [...services, ...workers];
  process.once('exit', () => {
    for (const one of all) void one.kill();
  });
  say('the service starts');
  // The first one makes the admin key and its file.
  await services[0].start();
  await Promise.all(all.slice(1).map((one) => one.start()));
  const apiKey = readFileSync(keyFile, 'utf8').trim();

  /** Asks the database, apart from the service. */
  async function query(text, values = []) {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  return {
    services,
    workers,
    work,
    apiKey,
    keyFile,
    baseUrl: `http://localhost:${ports[0]}`,
    query,
    /** Kills PostgreSQL with all of its processes. */
    killPostgres: () => postgres.stop('at once'),
    startPostgres: () => postgres.start(),
    /** Waits until every process says that it can do its work. */
    async allReady() {
      for (const service of all) {
        for (let left = 600; (await ask(service, 'GET', '/readyz')).status !== 200; left -= 1) {
          if (service.hasEnded()) throw new Error(`${service.name} has ended by itself`);
          if (left === 0) throw new Error(`${service.name} was not ready again within a minute`);
          await wait(100);
        }
      }
    },
    /** Brings the fault into the database. */
    async plant() {
      if (fault?.sql !== undefined) await query(fault.sql);
    },
    /** Ends everything. Answers the folders that are kept. */
    async close({ keep, ledger }) {
      for (const one of all) await one.kill();
      await work.close();
      if (!keep) {
        await postgres.remove();
        rmSync(folder, { recursive: true, force: true });
        return [];
      }
      await postgres.stop();
      writeFileSync(join(folder, 'ledger.json'), JSON.stringify(ledger, null, 1));
      return [folder, postgres.folder];
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
