import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from '../service.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { plain } from './vc-api.fixture.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-vc-api-service-'));
const path = join(root, 'vc-api.json');
let database: TestDatabase;
let service: Service;

const settings = () => ({
  PORT: '0',
  DATA_DIR: join(root, 'data'),
  DATABASE_URL: database.url,
  LOG_LEVEL: 'silent',
  VC_API_CONFIG: path,
});

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  writeFileSync(path, JSON.stringify({ issuers: [{ name: 'acme', cryptosuite: 'eddsa-rdfc-2022', attachStatus: true }] }));
  service = await startService(readConfiguration(settings()));
});
afterAll(async () => {
  await service.close();
  await database.close();
  rmSync(root, { recursive: true });
});

async function post(address: string, body: unknown): Promise<{ status: number; json: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(service.baseUrl + address, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

it('a running service issues what it then verifies, status included', async () => {
  const { status, json } = await post('/vc-api/issuers/acme/credentials/issue', { credential: plain() });
  expect(status).toBe(201);
  expect(await post('/vc-api/credentials/verify', json)).toMatchObject({ status: 200, json: { verified: true, warnings: [] } });
  const { credentialStatus } = json.verifiableCredential as { credentialStatus: { statusListCredential: string } };
  expect((await fetch(credentialStatus.statusListCredential)).status).toBe(200);
});

it('a file that is not usable stops the start', async () => {
  writeFileSync(path, '{}');
  await expect(startService(readConfiguration(settings()))).rejects.toThrow(
    /VC_API_CONFIG is not usable: \/issuers .*see docs\/vc-api\.md/,
  );
});
