import type { Problem } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACHIEVEMENT, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, type CallOptions, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme', { resultDescription: [{ name: 'Grade', resultType: 'LetterGrade', allowedValue: ['A', 'B'] }] });
});
afterAll(() => api.close());

/** The body, where it goes wrong, and what the answer says of that place. */
type Row = readonly [what: string, body: unknown, pointer: string, said: RegExp];

const recipient = { email: 'ada@example.org' };
const issuing = (): string => `/v1/achievements/${acme.achievement.id}/credentials`;

async function expectSaid(path: string, options: CallOptions, pointer: string, said: RegExp): Promise<void> {
  const { body } = await api.call('POST', path, { key: acme.key, ...options });
  const { errors = [] } = body as Problem;
  expect(errors.find((error) => error.pointer === pointer)?.detail ?? JSON.stringify(body)).toMatch(said);
}

const ISSUERS: readonly Row[] = [
  ['a slug with capitals', { slug: 'Acme', name: 'A' }, '/slug', /1 to 63 characters.*a-z, 0-9/],
  ['no slug', { name: 'A' }, '/slug', /^is required: text such as [a-z]+$/],
  ['an address without a scheme', { slug: 'a', name: 'A', url: 'school.example' }, '/url', /such as https:\/\//],
  [
    'an address of LinkedIn',
    { slug: 'a', name: 'A', linkedinOrganizationId: 'https://linkedin.com/company/acme' },
    '/linkedinOrganizationId',
    /digits/,
  ],
  ['another mode', { slug: 'a', name: 'A', mode: 'trial' }, '/mode', /live, test/],
  ['`title`', { slug: 'a', title: 'A' }, '/title', /did you mean `name`\?/],
  ['`website`', { slug: 'a', name: 'A', website: 'https://a.example' }, '/website', /did you mean `url`\?/],
  // Since issuers have one there, that is meant.
  ['`logo`', { slug: 'a', name: 'A', logo: 'https://a.example' }, '/logo', /did you mean `logo` inside of `badgeDesign`\?/],
  ['`picture`', { slug: 'a', name: 'A', picture: 'https://a.example' }, '/picture', /did you mean `image`\?/],
];

const ACHIEVEMENTS: readonly Row[] = [
  ['a policy of no work', { ...ACHIEVEMENT, evidencePolicy: { min: 0 } }, '/evidencePolicy/min', /from 1 to 20/],
  ['a policy of too much work', { ...ACHIEVEMENT, evidencePolicy: { min: 99 } }, '/evidencePolicy/min', /from 1 to 20/],
  ['a policy in words', { ...ACHIEVEMENT, evidencePolicy: 'strict' }, '/evidencePolicy', /"none" or an object such as {"min":1/],
  [
    'another kind of work',
    { ...ACHIEVEMENT, evidencePolicy: { min: 1, kinds: ['essay'] } },
    '/evidencePolicy/kinds/0',
    /repository, .*document/,
  ],
  ['a duration in words', { ...ACHIEVEMENT, validFor: '2 years' }, '/validFor', /such as P2Y, P6M or P90D/],
  ['a duration of 200 years', { ...ACHIEVEMENT, validFor: 'P200Y' }, '/validFor', /longer than 100 years/],
  ['a duration of 2000 years', { ...ACHIEVEMENT, validFor: 'P2000Y' }, '/validFor', /longer than 100 years/],
  ['a duration of nothing', { ...ACHIEVEMENT, validFor: 'P0D' }, '/validFor', /no time at all/],
  ['a duration in hours', { ...ACHIEVEMENT, validFor: 'PT48H' }, '/validFor', /years, months, weeks and days/],
  [
    'another type of achievement',
    { ...ACHIEVEMENT, achievementType: 'Bootcamp' },
    '/achievementType',
    /Achievement, .*MicroCredential.*ext:/,
  ],
  ['a misspelt type', { ...ACHIEVEMENT, achievementType: 'Microcredential' }, '/achievementType', /did you mean MicroCredential\?/],
  [
    'another type of result',
    { ...ACHIEVEMENT, resultDescription: [{ name: 'a', resultType: 'Grade' }] },
    '/resultDescription/0/resultType',
    /GradePointAverage, LetterGrade/,
  ],
  ['criteria in words', { ...ACHIEVEMENT, criteria: 'Built an API.' }, '/criteria', /an object such as {"narrative":".*"}; text was given/],
  ['criteria without anything', { ...ACHIEVEMENT, criteria: {} }, '/criteria', /`id`, `narrative` or both/],
  ['tags as one text', { ...ACHIEVEMENT, tag: 'HTTP' }, '/tag', /a list of 1 to 50 items, such as \["/],
  ['an empty list of tags', { ...ACHIEVEMENT, tag: [] }, '/tag', /leave it out/],
  ['`skills`', { ...ACHIEVEMENT, skills: ['HTTP'] }, '/skills', /did you mean `alignment`\?/],
  ['`tags`', { ...ACHIEVEMENT, tags: ['HTTP'] }, '/tags', /did you mean `tag`\?/],
  ['`title`', { ...ACHIEVEMENT, title: 'A' }, '/title', /did you mean `name`\?/],
  ['`narrative` outside of criteria', { ...ACHIEVEMENT, narrative: 'A' }, '/narrative', /did you mean `narrative` inside of `criteria`\?/],
  ['`valid_for`', { ...ACHIEVEMENT, valid_for: 'P2Y' }, '/valid_for', /did you mean `validFor`\?/],
  ['a misspelt member', { ...ACHIEVEMENT, evidencePolcy: 'none' }, '/evidencePolcy', /did you mean `evidencePolicy`\?/],
  ['a member like no other', { ...ACHIEVEMENT, qqqqqq: 1 }, '/qqqqqq', /Known are `issuerId`, `name`/],
  ['credits as text', { ...ACHIEVEMENT, creditsAvailable: '5' }, '/creditsAvailable', /a number from 0 to 100000; text was given/],
  ['credits below nothing', { ...ACHIEVEMENT, creditsAvailable: -1 }, '/creditsAvailable', /from 0 to 100000/],
  ['a language in words', { ...ACHIEVEMENT, inLanguage: 'English!' }, '/inLanguage', /such as en or de-AT/],
  ['a name that is too long', { ...ACHIEVEMENT, name: 'x'.repeat(301) }, '/name', /301 characters; at most 300/],
];

const CREDENTIALS: readonly Row[] = [
  [
    'a recipient in words',
    { recipient: 'ada@example.org' },
    '/recipient',
    /an object such as {"email":"ada@example.org".*; text was given/,
  ],
  ['no recipient', {}, '/recipient', /^is required: an object such as {"email":/],
  ['work in words', { recipient, evidence: 'https://a.example/' }, '/evidence', /a list of at most 20 items, such as \[{"url":/],
  ['a piece of work in words', { recipient, evidence: ['https://a.example/'] }, '/evidence/0', /an object such as {"url":/],
  ['work without an address', { recipient, evidence: [{ name: 'a' }] }, '/evidence/0/url', /is required: .*`private`/],
  [
    'private work without a digest',
    { recipient, evidence: [{ private: true, name: 'a', mediaType: 'text/plain' }] },
    '/evidence/0',
    /`digestMultibase` or `content`/,
  ],
  [
    'another kind of work',
    { recipient, evidence: [{ url: 'https://a.example/', kind: 'poem' }] },
    '/evidence/0/kind',
    /repository, .*document/,
  ],
  ['a day without a time', { recipient, validUntil: '2028-01-01' }, '/validUntil', /such as 2028-01-31T23:59:59Z/],
  ['`issuedOn`', { recipient, issuedOn: '2026-01-01T00:00:00Z' }, '/issuedOn', /did you mean `validFrom`\?/],
  ['`expires`', { recipient, expires: '2026-01-01T00:00:00Z' }, '/expires', /did you mean `validUntil`\?/],
  ['`firstName`', { recipient: { ...recipient, firstName: 'Ada' } }, '/recipient/firstName', /did you mean `name`\?/],
  ['`firstName` outside of the recipient', { recipient, firstName: 'Ada' }, '/firstName', /did you mean `name` inside of `recipient`\?/],
  ['`email` outside of the recipient', { email: 'ada@example.org' }, '/email', /did you mean `email` inside of `recipient`\?/],
  ['another status', { recipient, results: [{ status: 'Great' }] }, '/results/0/status', /Completed, .*Withdrew/],
  ['a result that is not declared', { recipient, results: [{ name: 'Mark', value: 'A' }] }, '/results/0/name', /Grade/],
  ['a value that is not allowed', { recipient, results: [{ name: 'Grade', value: 'Z' }] }, '/results/0/value', /A, B/],
  ['copies without consent', { recipient, keep: { copy: true } }, '/keep/consent', /recipient has to agree.*true/],
];

const REQUESTS: readonly (readonly [what: string, path: () => string, rows: readonly Row[]])[] = [
  ['an issuer', () => '/v1/issuers', ISSUERS],
  ['an achievement', () => '/v1/achievements', ACHIEVEMENTS],
  ['a badge', issuing, CREDENTIALS],
];

describe.each(REQUESTS)('of %s', (kind, path, rows) => {
  it.each(rows)('%s is answered with what is wanted', (_, body, pointer, said) =>
    expectSaid(path(), { body, ...(kind === 'an issuer' ? { key: api.adminKey } : {}) }, pointer, said),
  );
});

describe('a parameter', () => {
  it.each(['1000', '101', '0', 'ten'])('limit=%s is answered with the range', async (limit) => {
    const { body } = await api.call('GET', `/v1/credentials?limit=${limit}`, { key: acme.key });
    expect(body.errors).toEqual([{ pointer: '/limit', code: 'out-of-range', detail: 'is not a number from 1 to 100' }]);
  });

  it.each([
    ['/v1/credentials?state=lost', '/state', /current, .*erased/],
    ['/v1/credentials?page=2', '/page', /did you mean `cursor`\?/],
    ['/v1/credentials?email=a@b.example', '/email', /did you mean `recipient`\?/],
    ['/v1/credentials?issuer=acme', '/issuer', /UUID in lower case/],
  ])('of %s is answered with what is wanted', async (path, pointer, said) => {
    const { body } = await api.call('GET', path, { key: acme.key });
    expect(body.errors).toEqual([{ pointer, code: expect.any(String), detail: expect.stringMatching(said) }]);
  });

  it('that stands twice is named', async () => {
    const { body } = await api.call('GET', '/v1/credentials?limit=1&limit=2', { key: acme.key });
    expect(body.detail).toContain('`limit`');
  });
});

describe('what an address cannot do is answered with what can', () => {
  it.each([
    ['PATCH', '/v1/credentials/ID', /does not change.*\/v1\/credentials\/ID\/renew.*\/revoke.*\/erase/],
    ['PUT', '/v1/credentials/ID', /does not change/],
    ['DELETE', '/v1/credentials/ID', /\/v1\/credentials\/ID\/revoke.*\/erase/],
    ['POST', '/v1/credentials', /POST \/v1\/achievements\/{achievementId}\/credentials/],
    ['DELETE', '/v1/achievements/ID', /PATCH.*"archived":true/],
    ['DELETE', '/v1/issuers/ID', /stays/],
    ['PUT', '/v1/achievements/ID', /PATCH/],
    ['GET', '/v1/credentials/ID/revoke', /takes POST/],
  ])('%s %s', async (method, path, said) => {
    const id = '0198ab00-0000-7000-8000-000000000000';
    const answer = await api.call(method, path.replace('ID', id), { key: acme.key });
    expect(answer.status).toBe(405);
    expect(answer.body.detail.replaceAll(id, 'ID')).toMatch(said);
  });

  it.each([
    ['/v1/nothing', /http:\/\/localhost:3000\/docs/],
    ['/v1/badges', /\/v1\/credentials/],
    ['/v1/credentials/1', /`credentialId`.*UUID in lower case/],
    ['/v1/credentials/0198AB00-0000-7000-8000-000000000000', /`credentialId`.*UUID in lower case/],
    ['/v1/achievements/0198ab00-0000-7000-8000-000000000000', /no such achievement.*GET \/v1\/achievements/],
  ])('%s', async (path, said) => {
    const { status, body } = await api.call('GET', path, { key: acme.key });
    expect([status, body.detail]).toEqual([404, expect.stringMatching(said)]);
  });
});

describe('a request without a key that counts is answered with what was wrong', () => {
  const unknown = `pm_live_${'A'.repeat(43)}`;
  it.each([
    ['nothing', {}, /has no header `Authorization`/],
    ['x-api-key', { 'x-api-key': unknown }, /`x-api-key` is not read/],
    ['no Bearer', { authorization: unknown }, /does not begin with `Bearer `/],
    ['Basic', { authorization: 'Basic YTpi' }, /does not begin with `Bearer `/],
    ['another kind of key', { authorization: 'Bearer sk_live_1' }, /begins with `pm_live_`/],
    ['an unknown key', { authorization: `Bearer ${unknown}` }, /does not know this API key/],
  ] satisfies [string, Record<string, string>, RegExp][])('%s', async (_, headers, said) => {
    const { status, body } = await api.call('GET', '/v1/credentials', { key: null, headers });
    expect([status, body.detail]).toEqual([401, expect.stringMatching(said)]);
    expect(body.detail).toContain('`Authorization: Bearer pm_');
    expect(JSON.stringify(body)).not.toMatch(/A{43}|YTpi|sk_live_1/);
  });

  it('withdrawn, expired, and fallen with the key that made it', async () => {
    const make = async (key: string): Promise<{ id: string; key: string }> =>
      (await api.call('POST', '/v1/api-keys', { key, body: { name: 'k', scopes: ['api-keys:write', 'credentials:read'] } })).body;
    const asked = async (key: string): Promise<string> => (await api.call('GET', '/v1/credentials', { key })).body.detail;
    const parent = await make(acme.key);
    const child = await make(parent.key);
    const old = await make(acme.key);
    await api.database.pool.query("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [old.id]);
    expect(await asked(old.key)).toMatch(/expired on 20/);
    await api.database.pool.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [parent.id]);
    expect(await asked(parent.key)).toMatch(/was withdrawn on 20/);
    expect(await asked(child.key)).toMatch(/key that made it/);
  });
});

describe('a body that cannot be taken', () => {
  it('is told where its JSON breaks', async () => {
    const { body } = await api.call('POST', issuing(), { key: acme.key, raw: '{"recipient":{"email":"a@b.example"},}' });
    expect(body.detail).toMatch(/line 1, column 38/);
  });

  it('is told its header, and its size', async () => {
    const typed = await api.call('POST', issuing(), { key: acme.key, raw: '{}', headers: { 'content-type': 'text/plain' } });
    expect(typed.body.detail).toContain('`Content-Type: application/json`');
    const large = await api.call('POST', issuing(), { key: acme.key, raw: `{"narrative":"${'x'.repeat(1_100_000)}"}` });
    expect(large.body.detail).toMatch(/1048576 bytes.*Link/);
  });

  it('that is absent is told what is wanted', () => expectSaid(issuing(), {}, '', /^is required: an object such as {"recipient":/));
});
