import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, type CallOptions, startApi } from './api.fixture.js';
import { type ExpectedRefusal, expectRefusal } from './refusal.fixture.js';

// T21: bodies of requests that two readers would read in two ways.

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const recipient = { email: 'ada@example.org' };
const refusedAlike = (path: () => string, options: CallOptions, expected: ExpectedRefusal): Promise<void> =>
  expectRefusal(api, path(), { key: acme.key, ...options }, expected);

const issuePath = (): string => `/v1/achievements/${acme.achievement.id}/credentials`;

const MALFORMED: readonly [what: string, raw: string | Uint8Array<ArrayBuffer>, errors: [string, string][]][] = [
  ['text that is not JSON', 'recipient=ada', []],
  ['half of a body', '{"recipient": {', []],
  ['a body that is not UTF-8', Uint8Array.from([0x22, 0xff, 0x22]), []],
  ['half of a surrogate pair', '{"recipient":{"email":"ada@example.org","name":"\\ud800"}}', [['/recipient/name', 'malformed-text']]],
  ['NUL', '{"narrative":"a\\u0000b"}', [['/narrative', 'malformed-text']]],
  ['NUL in a list', '{"evidence":[{"url":"https://x.example"},{"url":"\\u0000"}]}', [['/evidence/1/url', 'malformed-text']]],
  ['half of a pair in a name of a member', '{"recipient":{"\\udfff":1}}', [['/recipient', 'malformed-text']]],
  ['a member twice', '{"recipient":{"email":"a@b.example"},"recipient":{"email":"c@d.example"}}', [['/recipient', 'duplicate-key']]],
  [
    'a member twice, spelled otherwise',
    '{"recipient":{"email":"a@b.example","\\u0065mail":"c@d.example"}}',
    [['/recipient/email', 'duplicate-key']],
  ],
  ['__proto__', '{"recipient":{"email":"a@b.example"},"__proto__":{"admin":true}}', [['/__proto__', 'unknown-field']]],
  ['a number beyond what is read exactly', '{"narrative":-1e400}', [['/narrative', 'out-of-range']]],
  ['deep nesting that is not JSON', '['.repeat(40), []],
  ['deep nesting', `${'['.repeat(33)}${']'.repeat(33)}`, [['/0'.repeat(32), 'too-deep']]],
  ['very deep nesting', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, [['/a'.repeat(32), 'too-deep']]],
];

describe('a body that cannot be read', () => {
  it.each(MALFORMED)('%s', (_, raw, errors) => refusedAlike(issuePath, { raw }, { status: 400, code: 'malformed-request', errors }));

  it('says where the JSON breaks, and repeats nothing of it', async () => {
    const answer = await api.call('POST', issuePath(), { key: acme.key, raw: '{\n  "recipient": secret\n}' });
    expect(answer.body.detail).toBe('The body is not JSON: see line 2, column 16.');
  });

  it('of ten megabytes', () =>
    refusedAlike(issuePath, { raw: `{"narrative":"${'x'.repeat(10_000_000)}"}` }, { status: 413, code: 'payload-too-large' }));

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'multipart/form-data'])(
    'sent as %s',
    (type) =>
      refusedAlike(issuePath, { body: { recipient }, headers: { 'content-type': type } }, { status: 415, code: 'unsupported-media-type' }),
  );

  it('with an Idempotency-Key that is none', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256)]) {
      await refusedAlike(
        issuePath,
        { body: { recipient }, headers: { 'idempotency-key': key } },
        { status: 400, code: 'invalid-parameter' },
      );
    }
  });

  it('never shows a stack trace or a value', async () => {
    const answer = await api.call('POST', issuePath(), { key: acme.key, body: { recipient: { email: 'hunter2-secret' } } });
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|node_modules|\.ts:/);
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/v1/credentials?limit=0', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?limit=101', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?limit=ten', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?cursor=%00', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?cursor=AAAA', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?state=lost', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?recipient=ada', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?limit=1&limit=2', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials?colour=red', 400, 'invalid-parameter'],
    ['GET', '/v1/credentials/1', 404, 'not-found'],
    ['GET', "/v1/credentials/0198ab00-0000-7000-8000-000000000000'--", 404, 'not-found'],
    ['GET', '/v1/credentials/%00', 404, 'not-found'],
    ['GET', '/v1/credentials/0198AB00-0000-7000-8000-000000000000', 404, 'not-found'],
    ['GET', '/v1/nothing', 404, 'not-found'],
    ['PUT', '/v1/credentials', 405, 'method-not-allowed'],
    ['DELETE', '/v1/issuers', 405, 'method-not-allowed'],
  ])('%s %s answers %i', async (method, path, status, code) => {
    const answer = await api.call(method, path, { key: acme.key });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET.*, HEAD$/);
  });
});
