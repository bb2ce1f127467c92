import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from './api.fixture.js';

// What is accepted as an issuer or an achievement can be issued: a fault is told where it is made, and not with every badge.
let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const definition = { name: 'X', description: 'X', criteria: { narrative: 'X' }, evidencePolicy: 'none' };
let count = 0;

function createIssuer(fields: object) {
  count += 1;
  return api.call('POST', '/v1/issuers', { body: { slug: `school-${count}`, name: 'School', ...fields } });
}
const createAchievement = (fields: object, issuerId = acme.issuer.id) =>
  api.call('POST', '/v1/achievements', { body: { ...definition, issuerId, ...fields } });
async function issues(achievementId: string): Promise<number> {
  const body = { recipient: { email: 'ada@example.org' } };
  return (await api.call('POST', `/v1/achievements/${achievementId}/credentials`, { body })).status;
}

const BAD = [
  'https://a.example/"',
  'https://a.example/a b',
  'https://a.example/<x>',
  'https://a.example/?q={x}',
  'https://a.example/|',
  'https://a.example/`',
  'https://a.example/^',
  'https://a.example/\\',
];

describe('an address that cannot be signed', () => {
  it.each(BAD)('is refused where it is given: %s', async (url) => {
    const place = async (answer: ReturnType<typeof createIssuer>) => problemIn(await answer);
    const refusal = (pointer: string) => ({ status: 422, code: 'invalid-request', errors: [[pointer, 'not-a-url']] });
    expect(await place(createIssuer({ url }))).toEqual(refusal('/url'));
    expect(await place(createIssuer({ image: url }))).toEqual(refusal('/image'));
    expect(await place(createAchievement({ criteria: { id: url } }))).toEqual(refusal('/criteria/id'));
    expect(await place(createAchievement({ alignment: [{ targetName: 'X', targetUrl: url }] }))).toEqual(refusal('/alignment/0/targetUrl'));
    const patch = (path: string, body: object) => api.call('PATCH', path, { body });
    expect(await place(patch(`/v1/issuers/${acme.issuer.id}`, { url }))).toEqual(refusal('/url'));
    expect(await place(patch(`/v1/achievements/${acme.achievement.id}`, { criteria: { id: url } }))).toEqual(refusal('/criteria/id'));
  });

  it('is named as what it is', async () => {
    const { body } = await createIssuer({ url: BAD[0] });
    expect(body.errors[0].detail).toContain('percent-encoded');
  });
});

/** Addresses and texts as people and attackers write them, most of them odd. */
const odd = fc.constantFrom(
  '"',
  "'",
  '<',
  '>',
  '\\',
  '^',
  '`',
  '{',
  '|',
  '}',
  ' ',
  '\t',
  '%',
  '%2',
  '%zz',
  'ä',
  '名',
  '🦉',
  '\u202e',
  '\u200b',
  '#',
  '?',
  '[',
  ']',
  '@',
  ':',
  '//',
  '..',
  '\ufffe',
  '\ue000',
  '\u0085',
  '\u00a0',
  '-',
  '_',
  '~',
  '!',
  '$',
  '&',
  '(',
  ')',
  '*',
  '+',
  ',',
  ';',
  '=',
);
const part = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('a', 'b', '1', '/') }, odd), { maxLength: 6 })
  .map((parts) => parts.join(''));
const address = fc
  .tuple(
    fc.constantFrom('https://a.example/', 'https://a.example/?', 'https://ä.example/#', 'HTTPS://A.EXAMPLE/', 'https://a.example:8443/'),
    part,
  )
  .map((parts) => parts.join(''));
const urn = fc.oneof(
  address,
  part.map((text) => `urn:x:${text}`),
  part.map((text) => `did:web:${text}`),
  part.map((text) => `tag:${text}`),
);
const some = fc.tuple(fc.constantFrom('A', '@', 'a:b', '_:x', ''), part).map((parts) => parts.join(''));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

describe('what is accepted', () => {
  it('can be issued by any issuer', async () => {
    const fields = fc.record({
      name: some,
      url: maybe(address),
      image: maybe(address),
      description: maybe(some),
      email: maybe(part.map((text) => `a${text}@b.example`)),
    });
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fields, async (issuer) => {
        const made = await createIssuer(issuer);
        if (made.status !== 201) {
          expect([made.status, made.body.code], JSON.stringify(made.body)).toEqual([422, 'invalid-request']);
          return;
        }
        accepted += 1;
        const { id } = (await createAchievement({}, made.body.id)).body;
        expect(await issues(id), JSON.stringify(issuer)).toBe(201);
      }),
      { numRuns: 120 },
    );
    expect(accepted).toBeGreaterThan(5);
  });

  it('can be issued of any achievement, also after a change', async () => {
    const fields = fc.record({
      name: some,
      description: some,
      criteria: fc.oneof(fc.record({ narrative: some }), fc.record({ id: address })),
      tag: maybe(fc.array(some, { minLength: 1, maxLength: 2 })),
      alignment: maybe(fc.array(fc.record({ targetName: some, targetUrl: address, targetCode: some }), { minLength: 1, maxLength: 2 })),
      related: maybe(fc.array(fc.record({ id: urn }), { minLength: 1, maxLength: 2 })),
      creditsAvailable: maybe(fc.double({ min: 0, max: 100_000, noNaN: true })),
      achievementType: maybe(fc.constantFrom('MicroCredential', 'ext:Badge', 'ext:a"b', 'ext:')),
      version: maybe(some),
      humanCode: maybe(some),
    });
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fields, fields, async (achievement, change) => {
        const made = await createAchievement(achievement);
        if (made.status !== 201) {
          expect([made.status, made.body.code], JSON.stringify(made.body)).toEqual([422, 'invalid-request']);
          return;
        }
        accepted += 1;
        expect(await issues(made.body.id), JSON.stringify(achievement)).toBe(201);
        await api.call('PATCH', `/v1/achievements/${made.body.id}`, { body: change });
        expect(await issues(made.body.id), JSON.stringify(change)).toBe(201);
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(5);
  });
});
