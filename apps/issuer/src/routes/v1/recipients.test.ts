import { encodeUtf8, hmacSha256 } from '@proofmark/primitives';
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

const issue = (email: string): Promise<Answer> =>
  api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body: { recipient: { email } } });

async function found(email: string): Promise<readonly string[]> {
  const { status, body } = await api.call('POST', '/v1/credentials/search', { key: acme.key, body: { email } });
  expect(status).toBe(200);
  return body.data.map(({ id }: { readonly id: string }) => id);
}

describe('a recipient with an international address', () => {
  it.each([
    ['ada@bücher.example', ['ada@xn--bcher-kva.example', 'ADA@BÜCHER.example', 'ada@bu\u0308cher.example']],
    ['bob@xn--bcher-kva.example', ['bob@bücher.example', 'bob@XN--BCHER-KVA.example']],
    ['josé@example.org', ['jose\u0301@example.org', 'JOSÉ@Example.ORG']],
    ['用户@例子.中国', ['用户@xn--fsqu00a.xn--fiqs8s']],
  ])('is issued a badge as %s, and found by every spelling of it', async (email, spellings) => {
    const { status, body } = await issue(email);
    expect(status).toBe(201);
    for (const spelling of [email, ...spellings]) expect(await found(spelling)).toEqual([body.id]);
    // With the at sign: three letters alone may stand in any id.
    expect(JSON.stringify(body)).not.toContain(`${email.split('@')[0]!.normalize('NFC')}@`);
  });

  it('is found under the spelling that an earlier version hashed', async () => {
    const { body } = await issue('eve@müller.example');
    const earlier = hmacSha256(api.foundation.pepper, encodeUtf8(`${acme.issuer.id}\neve@müller.example`));
    await api.database.pool.query('UPDATE credential SET recipient_lookup = $1 WHERE id = $2', [earlier, body.id]);
    for (const spelling of ['eve@müller.example', 'eve@xn--mller-kva.example', 'Eve@MÜLLER.example'])
      expect(await found(spelling)).toEqual([body.id]);
    expect(await found('eve@muller.example')).toEqual([]);
  });

  it.each([
    'ada',
    'ada@bücher',
    'ada@@bücher.example',
    'ada@xn--zzzzzz.example',
    'ada@bücher.example, eve@bücher.example',
    'ada\u202e@example.org',
  ])('is refused as %j, with the place', async (email) => {
    expect(problemIn(await issue(email))).toMatchObject({ status: 422, errors: [['/recipient/email', 'not-an-email']] });
    const listed = await api.call('POST', '/v1/credentials/search', { key: acme.key, body: { email } });
    expect(problemIn(listed).errors).toEqual([['/email', 'not-an-email']]);
  });
});
