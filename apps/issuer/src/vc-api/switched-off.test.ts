import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from '../service.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';

// T6: a service that does not verify for strangers leaves that door shut.

const root = mkdtempSync(join(tmpdir(), 'proofmark-vc-api-'));
const open: (Service | TestDatabase)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
afterAll(() => rmSync(root, { recursive: true }));

/** What a service answers to a question of the VC-API. */
async function answers(setting: string): Promise<number[]> {
  const database = await createTestDatabase();
  open.push(database);
  const common = { PORT: '0', DATA_DIR: join(root, setting), DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  const service = await startService(readConfiguration({ ...common, VC_API: setting }), {});
  open.push(service);
  const ask = async (method: string, place: string): Promise<number> => {
    const body = method === 'POST' ? '{}' : null;
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${service.baseUrl}/vc-api/${place}`, { method, headers, body })).status;
  };
  return Promise.all([
    ask('POST', 'credentials/verify'),
    ask('POST', 'presentations/verify'),
    ask('GET', 'credentials/verify'),
    ask('OPTIONS', 'credentials/verify'),
  ]);
}

it('VC_API=off leaves nothing at /vc-api, whatever the method', async () => {
  expect(await answers('off')).toEqual([404, 404, 404, 404]);
  expect(await answers('on')).toEqual([400, 400, 405, 204]);
});
