import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@proofmark/client';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase } from '@proofmark/issuer/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { proofmark } from '../support/command-line.js';

// Somebody who owns the database rewrites what was written down about them.
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let service: Service;
let folder: string;
let issuer: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofmark-audit-'));
  database = await createTestDatabase();
  service = await startService(readConfiguration({ PORT: '0', DATA_DIR: folder, DATABASE_URL: database.url, LOG_LEVEL: 'silent' }));
  await writeFile(join(folder, 'key'), service.adminKey ?? '');
  const client = createClient({ baseUrl: service.baseUrl, apiKey: service.adminKey ?? '' });
  issuer = (await client.issuers.create({ slug: 'acme', name: 'Acme Academy' })).id;
  for (const name of ['a', 'b', 'c', 'd']) await client.apiKeys.create({ name, issuerId: issuer, scopes: ['credentials:read'] });
});
afterAll(async () => {
  await service.close();
  await database.close();
  await rm(folder, { recursive: true });
});

const check = (...more: string[]) =>
  proofmark('audit', 'check', '--api', service.baseUrl, '--key-file', join(folder, 'key'), '--json', ...more);
const behind = (statement: string) =>
  database.pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL; ${statement}; ALTER TABLE audit_entry ENABLE TRIGGER ALL`);

it('proofmark audit check finds what was altered and what was cut off in the database', async () => {
  let head = '';
  await vi.waitFor(
    async () => {
      const { code, out } = await check('--issuer', issuer);
      const result = JSON.parse(out);
      expect([code, result.whole, result.entries]).toEqual([0, true, 4]);
      head = result.head;
    },
    { timeout: 60_000 },
  );
  expect((await check('--service')).code).toBe(0);

  // The last entry goes: nothing in the log shows it, but the noted head does.
  await behind(`DELETE FROM audit_entry WHERE issuer_id = '${issuer}' AND seq = 4`);
  expect((await check('--issuer', issuer)).code).toBe(0);
  const cut = await check('--issuer', issuer, '--head', head);
  expect([cut.code, JSON.parse(cut.out).findings]).toEqual([1, [{ fault: 'cut-off', sequence: 3 }]]);

  await behind(`UPDATE audit_entry SET api_key_id = gen_random_uuid() WHERE issuer_id = '${issuer}' AND seq = 2`);
  const altered = await check('--issuer', issuer);
  expect([altered.code, JSON.parse(altered.out).findings]).toEqual([1, [{ fault: 'altered', sequence: 2 }]]);
});
