import type { Problem, ProblemCode } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { PROBLEMS } from '../../problems/index.js';
import { type Answer, type Api, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
let strict: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  strict = await makeTenant(api, 'strict', { evidencePolicy: { min: 1, pinned: 'required' } });
});
afterAll(() => api.close());

const recipient = { email: 'ada@example.org' };
const issuing = ({ achievement }: Tenant): string => `/v1/achievements/${achievement.id}/credentials`;
const issue = async (body: object = { recipient }, headers = {}): Promise<Answer> =>
  api.call('POST', issuing(acme), { key: acme.key, body, headers });
const made = async (): Promise<string> => `/v1/credentials/${(await issue()).body.id}`;
const post = (path: string, body: unknown, { key } = acme): Promise<Answer> => api.call('POST', path, { key, body });

/** A request for each kind of problem that a request alone can have; the others are of verification, of limits and of failures. */
const REQUESTS: Readonly<Partial<Record<ProblemCode, () => Promise<Answer>>>> = {
  'malformed-request': () => api.call('POST', issuing(acme), { key: acme.key, raw: '{' }),
  'invalid-parameter': () => api.call('GET', '/v1/credentials?limit=0', { key: acme.key }),
  unauthenticated: () => api.call('GET', '/v1/credentials', { key: null }),
  forbidden: async () => {
    const { text } = (await makeKey(api, acme.issuer.id, ['achievements:read'])).key;
    return api.call('POST', issuing(acme), { key: text, body: { recipient } });
  },
  'not-found': () => api.call('GET', '/v1/credentials/0198ab00-0000-7000-8000-000000000000', { key: acme.key }),
  'method-not-allowed': () => api.call('PATCH', '/v1/credentials/0198ab00-0000-7000-8000-000000000000', { key: acme.key }),
  conflict: async () => {
    const path = await made();
    await post(`${path}/revoke`, { confirm: 'revoke' });
    return post(`${path}/renew`, {});
  },
  gone: async () => {
    const path = await made();
    await post(`${path}/erase`, { confirm: 'erase' });
    return api.call('GET', path, { key: acme.key });
  },
  'payload-too-large': () => api.call('POST', issuing(acme), { key: acme.key, raw: `"${'x'.repeat(1_100_000)}"` }),
  'unsupported-media-type': () => api.call('POST', issuing(acme), { key: acme.key, raw: '{}', headers: { 'content-type': 'text/csv' } }),
  'invalid-request': () => issue({}),
  'idempotency-key-reused': async () => {
    await issue({ recipient }, { 'idempotency-key': 'one' });
    return issue({ recipient, narrative: 'another' }, { 'idempotency-key': 'one' });
  },
  'evidence-required': () => post(issuing(strict), { recipient }, strict),
  'evidence-not-seen': () => {
    const url = `http://localhost:9/${'a'.repeat(3)}.pdf`;
    return post(issuing(strict), { recipient, evidence: [{ url }] }, strict);
  },
  'endorsement-refused': async () => post(`${await made()}/endorsements`, { credential: { type: ['EndorsementCredential'] } }),
};

/** What leads on: something to do, a call, or the places that say it. */
const STEP = /\b(?:send|give|take|leave|issue|wait|bring|link|GET|POST|PATCH|lists|see)\b|`errors`/i;

describe('the answer of the kind', () => {
  it.each(Object.entries(REQUESTS))('%s says what happened, where, and what to do next', async (code, ask) => {
    const { status, headers, body } = await ask();
    const problem = body as Problem;
    expect([status, problem.code]).toEqual([PROBLEMS[code as ProblemCode].status, code]);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(problem.detail).toMatch(/^[A-Z].*\.$/s);
    expect(problem.detail).toMatch(STEP);
    for (const { pointer, detail } of problem.errors ?? []) {
      expect(pointer).toMatch(/^\//);
      expect(detail).toMatch(/^[a-z].{12,}[^.]$/s);
    }
  });
});
