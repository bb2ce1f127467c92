import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { processFacts } from './process-facts.js';
import { type SharedCluster, sharedTestCluster } from './shared-cluster.js';
import { shortTemporaryFolder } from './socket-folder.js';

const base = mkdtempSync(join(shortTemporaryFolder(), 'pm-shared-'));
chmodSync(base, 0o711);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const begin = (): Promise<SharedCluster> => sharedTestCluster({ base, patience: 50 });

async function run(cluster: SharedCluster, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ ...cluster.connection, database: 'postgres' });
  await client.connect();
  let rows: unknown[] = [];
  for (const statement of statements) ({ rows } = await client.query(statement));
  await client.end();
  return rows;
}

function serverPid(): number {
  const folder = readdirSync(base).find((name) => existsSync(join(base, name, 'postmaster.pid')));
  return Number(readFileSync(join(base, folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function end(cluster: SharedCluster): Promise<void> {
  const pid = serverPid();
  cluster.release();
  await expect.poll(() => processFacts(pid), { timeout: 60_000 }).toBeNull();
  // The keeper removes the folder of the socket last.
  await expect.poll(() => existsSync(cluster.connection.host), { timeout: 60_000 }).toBe(false);
}

const DATABASES = "SELECT datname FROM pg_database WHERE datname LIKE 'of_a_test%' ORDER BY datname";

describe('sharedTestCluster', () => {
  it('gives all who ask one server, which ends soon after the last of them', async () => {
    const [first, second] = await Promise.all([begin(), begin()]);
    expect(second.connection).toEqual(first.connection);
    second.release();
    expect(await run(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await end(first);
  });

  it('keeps templates for the next run, and drops every other database', async () => {
    const first = await begin();
    await run(first, 'CREATE DATABASE of_a_test', 'CREATE DATABASE of_a_test_template IS_TEMPLATE true');
    await end(first);
    const second = await begin();
    expect(await run(second, DATABASES)).toEqual([{ datname: 'of_a_test_template' }]);
    await end(second);
  });

  it('starts anew after a crash, since nothing was synced', async () => {
    const first = await begin();
    await run(first, 'CREATE DATABASE of_a_test_crash IS_TEMPLATE true');
    process.kill(serverPid(), 'SIGKILL');
    await end(first);
    const second = await begin();
    expect(await run(second, DATABASES)).toEqual([]);
    await end(second);
  });
});
