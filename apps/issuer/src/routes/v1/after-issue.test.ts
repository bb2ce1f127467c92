import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Answer, type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  api.call('POST', path, { key: acme.key, body, headers });
const get = (path: string) => api.call('GET', path, { key: acme.key });
async function issue(): Promise<string> {
  const body = { recipient: { email: 'ada@example.org' } };
  return `/v1/credentials/${(await post(`/v1/achievements/${acme.achievement.id}/credentials`, body)).body.id}`;
}
const NAMED = { assessor: { name: 'Grace Hopper' }, comment: 'I read it.' };

describe('POST /v1/credentials/{id}/endorsements', () => {
  it('answers the signed endorsement and where it is, and the same again for the same key', async () => {
    const badge = await issue();
    const key = { 'idempotency-key': 'endorse-1' };
    const first = await post(`${badge}/endorsements`, NAMED, key);
    expect([first.status, first.headers.get('location')]).toEqual([201, first.body.url]);
    expect(first.body).toMatchObject({ endorser: { name: 'Grace Hopper', url: null }, comment: 'I read it.', signedHere: true, jwt: null });
    const again = await post(`${badge}/endorsements`, NAMED, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await get(`${badge}/endorsements`)).body).toEqual({ data: [first.body], next: null });
  });

  it.each([
    ['nothing', {}, [['', 'exactly-one']]],
    ['two kinds', { ...NAMED, jwt: 'a.b.c' }, [['', 'exactly-one']]],
    ['a person who says nothing', { assessor: NAMED.assessor }, [['/comment', 'required']]],
    ['words of nobody', { comment: 'x', jwt: 'a.b.c' }, [['/comment', 'not-allowed']]],
    ['a person without a name', { ...NAMED, assessor: { name: ' ' } }, [['/assessor/name', 'too-short']]],
    [
      'an address that is none',
      { ...NAMED, assessor: { name: 'x', url: 'ftp://x', email: 'x' } },
      [
        ['/assessor/url', 'not-a-url'],
        ['/assessor/email', 'not-an-email'],
      ],
    ],
    ['a token that is none', { jwt: 'a.b' }, [['/jwt', 'malformed-text']]],
    ['more than is known', { ...NAMED, rating: 5 }, [['/rating', 'unknown-field']]],
  ])('refuses %s, and writes nothing', async (_, body, errors) => {
    const badge = await issue();
    expect(problemIn(await post(`${badge}/endorsements`, body))).toEqual({ status: 422, code: 'invalid-request', errors });
    expect((await get(`${badge}/endorsements`)).body.data).toEqual([]);
  });
});

describe('POST /v1/credentials/{id}/renew', () => {
  it('answers the new badge, and each names the other', async () => {
    const old = await issue();
    const next = await post(`${old}/renew`);
    const path = `/v1/credentials/${next.body.id}`;
    expect([next.status, next.headers.get('location')]).toEqual([201, `http://localhost:3000${path}`]);
    expect(next.headers.get('link')).toBe(`<http://localhost:3000${old}>; rel="predecessor-version"`);
    const read = await get(old);
    expect(read.headers.get('link')).toBe(`<http://localhost:3000${path}>; rel="successor-version"`);
    expect(read.body).toMatchObject({ successorId: next.body.id, predecessorId: null });
    expect(problemIn(await post(`${old}/renew`))).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('takes the words of a renewal alone', async () => {
    const old = await issue();
    expect(problemIn(await post(`${old}/renew`, { recipient: { email: 'eve@example.org' } }))).toEqual({
      status: 422,
      code: 'invalid-request',
      errors: [['/recipient', 'not-allowed']],
    });
    const dates = { validFrom: '2027-01-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' };
    expect(problemIn(await post(`${old}/renew`, dates)).errors).toEqual([['/validUntil', 'end-before-start']]);
    expect(problemIn(await post(`${old}/renew`, { achievementId: old })).errors).toEqual([['/achievementId', 'unknown-field']]);
  });
});

describe('POST /v1/credentials/{id}/erase', () => {
  it('answers what is left, the same again, and 410 to whoever reads it', async () => {
    const badge = await issue();
    const first = await post(`${badge}/erase`, { confirm: 'erase' });
    expect(first).toMatchObject({ status: 200, body: { state: 'erased', revoked: null } });
    expect((await post(`${badge}/erase`, { confirm: 'erase' })).body).toEqual(first.body);
    for (const answer of [await get(badge), await get(`${badge}/endorsements`), await post(`${badge}/endorsements`, NAMED)]) {
      expect(problemIn(answer)).toMatchObject({ status: 410, code: 'gone' });
    }
    const { body } = await get('/v1/credentials?state=erased');
    expect(body.data.map(({ state }: { state: string }) => state)).toEqual(['erased']);
  });

  it('does nothing when it is asked in words that it does not know', async () => {
    const badge = await issue();
    expect(problemIn(await post(`${badge}/erase`, { confirm: 'erase', revoke: 'yes' })).errors).toEqual([['/revoke', 'wrong-type']]);
    expect((await get(badge)).status).toBe(200);
  });
});

describe('POST /v1/evidence/check', () => {
  it('takes links, or a badge', async () => {
    const credentialId = (await issue()).split('/').at(-1);
    expect((await post('/v1/evidence/check', { credentialId })).body).toEqual({ items: [], policy: null, work: [] });
    expect(problemIn(await post('/v1/evidence/check')).errors).toEqual([['/evidence', 'required']]);
    const both = { credentialId, evidence: [{ url: 'https://a.example/x' }] };
    expect(problemIn(await post('/v1/evidence/check', both)).errors).toEqual([['', 'exactly-one']]);
  });
});
