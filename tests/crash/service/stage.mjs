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
 * @param old the folder of an earlier release, of which one process serves and one works before the others are added by `update`; or null
 * @param fault what is planted, or null
 * @param ending once it is aborted nothing is started any more; what is opened just then is closed again
 * @param say hears what happens
 */
export async function openStage({ processes, workers: working, old, fault, ending, say }) {
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
  const work = await openWork();
  const keyFile = join(folder, 'admin-key');
  const publicPort = await freePort();
  const all = [];
  const made = async (kind, name, release) => {
    const at = all.length;
    const port = at === 0 ? publicPort : await freePort();
    const dataDir = join(folder, `data-${at}`);
    mkdirSync(dataDir, { mode: 0o700 });
    const own = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: postgres.url, PUBLIC_BASE_URL: `http://localhost:${publicPort}` };
    const env = { ...SETTINGS, ...own, PROCESS: kind, ...(at === 0 ? { ADMIN_KEY_FILE: keyFile } : {}) };
    const log = join(folder, `${name.replaceAll(' ', '-')}.log`);
    const one = serviceProcess({ name, port, env, log, preload: fault?.preload ?? null, ending, release });
    all.push(one);
    return one;
  };
  const services = [];
  const workers = [];
  // Clients ask a process from the moment in which it is ready for the first time.
  const add = async (kind, names, release) => {
    const added = [];
    for (const name of names) added.push(await made(kind, name, release));
    await Promise.all(added.map((one) => one.start()));
    (kind === 'worker' ? workers : services).push(...added);
  };
  process.once('exit', () => {
    for (const one of all) void one.kill();
  });
  const named = (what, count) => Array.from({ length: count }, (_, at) => `${what} ${at}`);
  const addCurrent = async () => {
    const [first, ...others] = named('process', processes);
    // Without a worker, each process does both.
    const kind = working === 0 ? 'both' : 'service';
    await add(kind, [first]);
    await add(kind, others);
    await add('worker', named('worker', working));
  };
  async function close({ keep, ledger }) {
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
  }
  try {
    ending.throwIfAborted();
    await postgres.start();
    say('the service starts');
    // The first one makes the admin key and its file.
    if (old === null) await addCurrent();
    else {
      await add('service', ['old process'], old);
      await add('worker', ['old worker'], old);
    }
  } catch (error) {
    if (ending.aborted) await close({ keep: false, ledger: null });
    throw error;
  }
  const apiKey = readFileSync(keyFile, 'utf8').trim();

  /** Asks the database, apart from the service. */
  async function query(text, values = []) {
    const client = new pg.Client({ connectionString: postgres.url });
    // When PostgreSQL is killed meanwhile, the query is rejected; the event alone would end this process.
    client.on('error', () => undefined);
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
    baseUrl: `http://localhost:${publicPort}`,
    query,
    /** Kills PostgreSQL with all of its processes. */
    killPostgres: () => postgres.stop('at once'),
    startPostgres() {
      ending.throwIfAborted();
      return postgres.start();
    },
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
    /** Adds the processes of this release to those of the earlier one. */
    update: addCurrent,
    /** Brings the fault into the database. */
    async plant() {
      if (fault?.sql !== undefined) await query(fault.sql);
    },
    /** Ends everything. Answers the folders that are kept. */
    close,
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
