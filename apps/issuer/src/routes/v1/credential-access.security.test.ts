import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';
import { V1_OPERATIONS } from './index.js';

// Every operation that names a badge goes through one load-and-guard (issuing/access/load-credential.ts).
interface Case {
  readonly body?: (credentialId: string) => unknown;
  /** What an operation answers for an erased badge where that is not 410: some also apply to what is left of one. */
  readonly erased?: number;
}

/** A new operation that names a badge and stands not here makes the first test fail. */
const CASES: Readonly<Record<string, Case>> = {
  getCredential: {},
  revokeCredential: { body: () => ({ confirm: 'revoke' }), erased: 200 },
  suspendCredential: { body: () => ({}) },
  resumeCredential: {},
  resendCredential: {},
  createClaimLink: {},
  renewCredential: { body: () => ({}), erased: 409 },
  correctCredential: { body: () => ({ recipient: { name: 'Ada' } }) },
  eraseCredential: { body: () => ({ confirm: 'erase' }), erased: 200 },
  endorseCredential: { body: () => ({ assessor: { name: 'Grace Hopper' }, comment: 'I reviewed it.' }) },
  listEndorsements: {},
  requestAssessment: { body: () => ({}) },
  createViewingLink: { body: () => ({ for: 'Initech' }) },
  listViewingLinks: {},
  revokeViewingLink: {},
  checkEvidence: { body: (credentialId) => ({ credentialId }) },
};

const operations = V1_OPERATIONS.filter(({ path, operationId }) => path.includes('{credentialId}') || operationId === 'checkEvidence');

let api: Api;
let acme: Tenant;
let globex: Tenant;
let erased: string;
let unsigned: string;
let there: string;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  globex = await makeTenant(api, 'globex');
  [erased, unsigned, there] = [await issue(), await issue(), await issue()];
  expect((await api.call('POST', `/v1/credentials/${erased}/erase`, { key: acme.key, body: { confirm: 'erase' } })).status).toBe(200);
  // As if the process had ended between the two commits.
  await api.database.pool.query('UPDATE credential SET signed_json = NULL, signed_jwt = NULL, signed_at = NULL WHERE id = $1', [unsigned]);
});
afterAll(() => api.close());

async function issue(): Promise<string> {
  const body = {
    recipient: { email: 'ada@example.org' },
    evidence: [{ private: true, name: 'Notes', mediaType: 'text/plain', content: 'eA==' }],
  };
  return (await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body })).body.id;
}

async function call({ operationId, method, path }: (typeof operations)[number], credentialId: string, key: string) {
  const address = path.replace('{credentialId}', credentialId).replaceAll(/\{\w+\}/g, '0198ab00-0000-7000-8000-000000000000');
  const { status, body } = await api.call(method.toUpperCase(), address, { key, body: CASES[operationId]?.body?.(credentialId) });
  return { status, code: body?.code as string | undefined };
}

describe('an operation on a badge', () => {
  it('has a case here', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(CASES).sort());
  });

  it.each(operations)('answers 404 for a badge of another issuer: $operationId', async (operation) => {
    expect(await call(operation, there, globex.key)).toEqual({ status: 404, code: 'not-found' });
  });

  it.each(operations)('answers 404 for a badge that is not signed yet: $operationId', async (operation) => {
    expect(await call(operation, unsigned, acme.key)).toEqual({ status: 404, code: 'not-found' });
  });

  it.each(operations)('answers 410 for an erased badge, unless it applies to what is left: $operationId', async (operation) => {
    expect((await call(operation, erased, acme.key)).status).toBe(CASES[operation.operationId]?.erased ?? 410);
  });

  it('answers the owner of an erased badge alone that there was one', async () => {
    for (const operation of operations) {
      expect(await call(operation, erased, globex.key)).toEqual({ status: 404, code: 'not-found' });
    }
  });
});

describe('the use cases', () => {
  const folder = join(import.meta.dirname, '../../issuing');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const using = (pattern: RegExp): readonly string[] => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

  it('read badges by their id in one file alone', () => {
    expect(using(/\bcredentials\.(?:find|lock|tenantOf)\b/)).toEqual(['access/load-credential.ts']);
  });

  it('decide in one file alone whether a badge was erased', () => {
    expect(using(/\berasedAt (?:[!=]==) null/)).toEqual(['access/load-credential.ts']);
  });

  it('compare no scopes: those stand in the route table', () => {
    expect(using(/\blacks\(/)).toEqual(['access/actor.ts']);
  });
});

describe('the route table', () => {
  it('asks every operation for a scope, but those that read the key’s own issuer', () => {
    const open = V1_OPERATIONS.filter(({ scope }) => scope === null).map(({ operationId }) => operationId);
    expect(open.sort()).toEqual([
      'getDomain',
      'getIssuer',
      'getMailSettings',
      'getRetention',
      'listDomains',
      'listIssuers',
      'listSigningKeys',
    ]);
  });
});
