import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACHIEVEMENT, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, type CallOptions, startApi } from './api.fixture.js';
import { type ExpectedRefusal, expectRefusal } from './refusal.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const svg = (text: string): string => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;

interface Fault {
  readonly what: string;
  readonly body: object;
  readonly errors: readonly (readonly [pointer: string, code: string])[];
  readonly code?: string;
}

/** Rows are written as tuples, to be read as a table. */
function faults(...rows: readonly (readonly [what: string, body: object, errors: Fault['errors'], code?: string])[]): readonly Fault[] {
  return rows.map(([what, body, errors, code = 'invalid-request']) => ({ what, body, errors, code }));
}

const recipient = { email: 'ada@example.org' };
const ISSUE = faults(
  ['nothing', {}, [['/recipient', 'required']]],
  ['a wrong type', { recipient: 'ada@example.org' }, [['/recipient', 'wrong-type']]],
  ['null', { recipient: null }, [['/recipient', 'wrong-type']]],
  ['a recipient of whom only the name is known', { recipient: { name: 'Ada' } }, [['/recipient', 'at-least-one']]],
  ['a recipient with two', { recipient: { email: 'a@b.example', did: 'did:example:1' } }, [['/recipient', 'exactly-one']]],
  ['no e-mail address', { recipient: { email: 'ada' } }, [['/recipient/email', 'not-an-email']]],
  [
    'an e-mail address with a line break',
    { recipient: { email: 'ada@example.org\nbcc:x@y.example' } },
    [['/recipient/email', 'not-an-email']],
  ],
  ['a long e-mail address', { recipient: { email: `${'a'.repeat(250)}@example.org` } }, [['/recipient/email', 'too-long']]],
  ['no DID', { recipient: { did: 'https://ada.example' } }, [['/recipient/did', 'not-a-did']]],
  ['a DID with a fragment', { recipient: { did: 'did:example:1#key' } }, [['/recipient/did', 'not-a-did']]],
  ['a long name', { recipient: { ...recipient, name: 'x'.repeat(201) } }, [['/recipient/name', 'too-long']]],
  ['an empty name', { recipient: { ...recipient, name: '  ' } }, [['/recipient/name', 'too-short']]],
  ['an unknown member', { recipient, evidnce: [] }, [['/evidnce', 'unknown-field']]],
  ['an unknown member inside', { recipient: { ...recipient, 'e/~mail': 1 } }, [['/recipient/e~1~0mail', 'unknown-field']]],
  ['no URL', { recipient, evidence: [{ url: 'my homework' }] }, [['/evidence/0/url', 'not-a-url']]],
  ['a script as URL', { recipient, evidence: [{ url: 'javascript:alert(1)' }] }, [['/evidence/0/url', 'not-a-url']]],
  ['a file as URL', { recipient, evidence: [{ url: 'file:///etc/passwd' }] }, [['/evidence/0/url', 'not-a-url']]],
  ['plain http', { recipient, evidence: [{ url: 'http://example.org/x' }] }, [['/evidence/0/url', 'not-a-url']]],
  ['a URL with a user name', { recipient, evidence: [{ url: 'https://example.org@evil.example/' }] }, [['/evidence/0/url', 'not-a-url']]],
  [
    'a private address',
    { recipient, evidence: [{ url: 'https://10.0.0.1/x' }] },
    [['/evidence/0/url', 'not-allowed']],
    'evidence-required',
  ],
  ['evidence without URL', { recipient, evidence: [{ name: 'x' }] }, [['/evidence/0/url', 'required']]],
  [
    'a signature that is none',
    { recipient, author: { sshSignatures: ['-----BEGIN PGP SIGNATURE-----'] } },
    [['/author/sshSignatures/0', 'malformed-text']],
  ],
  [
    'accounts that are none',
    { recipient, author: { accounts: [{ host: 'https://github.com', id: 'ada' }] } },
    [
      ['/author/accounts/0/host', 'not-allowed'],
      ['/author/accounts/0/id', 'not-allowed'],
    ],
  ],
  ['copies without consent', { recipient, keep: { copy: true } }, [['/keep/consent', 'required']]],
  ['copies against consent', { recipient, keep: { copy: true, consent: false } }, [['/keep/consent', 'required']]],
  ['archiving without consent', { recipient, keep: { archive: ['wayback'] } }, [['/keep/consent', 'required']]],
  ['an archive twice', { recipient, keep: { archive: ['wayback', 'wayback'], consent: true } }, [['/keep/archive', 'not-unique']]],
  ['an unknown archive', { recipient, keep: { archive: ['attic'], consent: true } }, [['/keep/archive/0', 'no-such-value']]],
  ['nothing to keep', { recipient, keep: { consent: true } }, [['/keep', 'at-least-one']]],
  [
    'private work without anything',
    { recipient, evidence: [{ private: true }] },
    [
      ['/evidence/0/name', 'required'],
      ['/evidence/0/mediaType', 'required'],
      ['/evidence/0', 'exactly-one'],
    ],
  ],
  [
    'private work with an address',
    { recipient, evidence: [{ private: true, name: 'x', mediaType: 'text/plain', content: 'eA==', url: 'https://x.example' }] },
    [['/evidence/0/url', 'not-allowed']],
  ],
  [
    'private work that is none',
    { recipient, evidence: [{ private: true, name: 'x', mediaType: 'PDF', content: '%%%' }] },
    [
      ['/evidence/0/mediaType', 'not-allowed'],
      ['/evidence/0/content', 'not-allowed'],
    ],
  ],
  [
    'private work with digest and content',
    {
      recipient,
      evidence: [{ private: true, name: 'x', mediaType: 'text/plain', content: 'eA==', digestMultibase: `uEiA${'A'.repeat(43)}` }],
    },
    [['/evidence/0', 'exactly-one']],
  ],
  [
    'a digest that is none',
    { recipient, evidence: [{ private: true, name: 'x', mediaType: 'text/plain', digestMultibase: 'zQm' }] },
    [['/evidence/0/digestMultibase', 'not-allowed']],
  ],
  [
    'a digest of a link',
    { recipient, evidence: [{ url: 'https://x.example', content: 'eA==' }] },
    [['/evidence/0/content', 'not-allowed']],
  ],
  ['too much evidence', { recipient, evidence: Array(21).fill({ url: 'https://x.example' }) }, [['/evidence', 'too-many']]],
  ['a wrong kind', { recipient, evidence: [{ url: 'https://x.example', kind: 'poem' }] }, [['/evidence/0/kind', 'no-such-value']]],
  ['a long narrative', { recipient, narrative: 'x'.repeat(10_001) }, [['/narrative', 'too-long']]],
  ['a date without zone', { recipient, validFrom: '2026-01-01T00:00:00' }, [['/validFrom', 'not-a-date']]],
  ['a day without time', { recipient, validFrom: '2026-01-01' }, [['/validFrom', 'not-a-date']]],
  ['a day that is not', { recipient, validFrom: '2026-02-30T00:00:00Z' }, [['/validFrom', 'not-a-date']]],
  ['a year that no database has', { recipient, validFrom: '0000-01-01T00:00:00Z' }, [['/validFrom', 'not-a-date']]],
  ['a number as date', { recipient, validFrom: 1_764_000_000 }, [['/validFrom', 'wrong-type']]],
  [
    'an end before the start',
    { recipient, validFrom: '2026-01-02T00:00:00Z', validUntil: '2026-01-02T00:30:00+01:00' },
    [['/validUntil', 'end-before-start']],
  ],
  ['a result without anything', { recipient, results: [{ name: 'x' }] }, [['/results/0', 'at-least-one']]],
  ['a wrong status', { recipient, results: [{ status: 'Great' }] }, [['/results/0/status', 'no-such-value']]],
  [
    'several faults',
    { recipient: {}, narrative: 1, x: 1 },
    [
      ['/recipient', 'at-least-one'],
      ['/narrative', 'wrong-type'],
      ['/x', 'unknown-field'],
    ],
  ],
);

const ACHIEVEMENTS = faults(
  ['no criteria', { ...ACHIEVEMENT, criteria: {} }, [['/criteria', 'at-least-one']]],
  ['a wrong type of achievement', { ...ACHIEVEMENT, achievementType: 'Medal' }, [['/achievementType', 'no-such-value']]],
  ['an alignment without target', { ...ACHIEVEMENT, alignment: [{ targetName: 'x' }] }, [['/alignment/0/targetUrl', 'required']]],
  ['an empty list', { ...ACHIEVEMENT, tag: [] }, [['/tag', 'too-few']]],
  ['a wrong language', { ...ACHIEVEMENT, inLanguage: 'English!' }, [['/inLanguage', 'not-a-language']]],
  ['a wrong duration', { ...ACHIEVEMENT, validFor: '2 years' }, [['/validFor', 'not-a-duration']]],
  ['no duration at all', { ...ACHIEVEMENT, validFor: 'P0D' }, [['/validFor', 'not-a-duration']]],
  ['negative credits', { ...ACHIEVEMENT, creditsAvailable: -1 }, [['/creditsAvailable', 'out-of-range']]],
  ['a policy of none at all', { ...ACHIEVEMENT, evidencePolicy: { min: 0 } }, [['/evidencePolicy/min', 'out-of-range']]],
  [
    'a policy with a typing error',
    { ...ACHIEVEMENT, evidencePolicy: { min: 1, pined: 'any' } },
    [['/evidencePolicy/pined', 'unknown-field']],
  ],
  ['a policy by another name', { ...ACHIEVEMENT, evidencePolicy: 'nothing' }, [['/evidencePolicy', 'no-such-value']]],
  ['an unknown issuer', { ...ACHIEVEMENT, issuerId: '0198ab00-0000-7000-8000-000000000000' }, [['/issuerId', 'no-such-value']]],
  ['an image by address', { ...ACHIEVEMENT, image: 'https://x.example/a.png' }, [['/image', 'not-an-image']]],
  [
    'a JPEG that calls itself PNG',
    { ...ACHIEVEMENT, image: 'data:image/png;base64,/9j/4AAQSkZJRgABAQAAAQ==' },
    [['/image', 'not-an-image']],
  ],
  [
    'an SVG with a script',
    { ...ACHIEVEMENT, image: svg('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
    [['/image', 'not-allowed']],
  ],
  [
    'an SVG with an event',
    { ...ACHIEVEMENT, image: svg('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"></svg>') },
    [['/image', 'not-allowed']],
  ],
  ['an SVG with an entity', { ...ACHIEVEMENT, image: svg('<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>') }, [['/image', 'not-an-image']]],
  [
    'an SVG with a picture from elsewhere',
    { ...ACHIEVEMENT, image: svg('<svg><image href="https://x.example/a.png"/></svg>') },
    [['/image', 'not-allowed']],
  ],
  ...[
    '<é:script xmlns:é="http://www.w3.org/2000/svg">alert(1)</é:script>',
    '<a.b:script xmlns:a.b="http://www.w3.org/2000/svg">alert(1)</a.b:script>',
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://x.example/a.png"/>',
    '<style>rect{fill:\\75rl(https://x.example/a)}</style>',
    '<style>@\\69mport "https://x.example/a"</style>',
    '<style>svg{background:image-set("https://x.example/a" 1x)}</style>',
  ].map((inner): [string, object, [string, string][]] => [
    `an SVG with ${inner}`,
    { ...ACHIEVEMENT, image: svg(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`) },
    [['/image', 'not-allowed']],
  ]),
  [
    'two results of one name',
    {
      ...ACHIEVEMENT,
      resultDescription: [
        { name: 'a', resultType: 'Result' },
        { name: 'a', resultType: 'Result' },
      ],
    },
    [['/resultDescription/1/name', 'not-unique']],
  ],
  [
    'a required level that is none',
    { ...ACHIEVEMENT, resultDescription: [{ name: 'a', resultType: 'RubricCriterionLevel', requiredLevel: 'x' }] },
    [['/resultDescription/0/requiredLevel', 'no-such-value']],
  ],
);

const refusedAlike = (path: () => string, options: CallOptions, expected: ExpectedRefusal): Promise<void> =>
  expectRefusal(api, path(), { key: acme.key, ...options }, expected);

const issuePath = (): string => `/v1/achievements/${acme.achievement.id}/credentials`;

describe('bad input is refused with its place, and nothing is written', () => {
  it.each(ISSUE)('issuing with $what', ({ body, errors, code = '' }) =>
    refusedAlike(issuePath, { body, headers: { 'idempotency-key': 'bad' } }, { status: 422, code, errors }),
  );

  it.each(ACHIEVEMENTS)('defining with $what', ({ body, errors }) =>
    refusedAlike(() => '/v1/achievements', { body }, { status: 422, code: 'invalid-request', errors }),
  );

  it('trying links for an achievement that is none', () =>
    refusedAlike(
      () => '/v1/evidence/check',
      { body: { achievementId: 'abc', evidence: [{ url: 'https://x.example' }] } },
      { status: 422, code: 'invalid-request', errors: [['/achievementId', 'not-an-id']] },
    ));

  it('creating an issuer with a slug that is none, or that is taken', async () => {
    for (const slug of ['', 'Acme', 'a_b', '-a', 'a-', '../x', 'a'.repeat(64)]) {
      const answer = await api.call('POST', '/v1/issuers', { body: { slug, name: 'X' } });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/slug']);
    }
    await refusedAlike(
      () => '/v1/issuers',
      { key: api.adminKey, body: { slug: 'acme', name: 'X' } },
      { status: 409, code: 'conflict', errors: [['/slug', 'not-unique']] },
    );
  });
});

describe('an SVG that is only a picture', () => {
  it('is taken, and so is a PNG', async () => {
    const plain =
      '<?xml version="1.0" encoding="UTF-8"?><!-- a --><!-- b --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M0 0"/></svg>';
    for (const image of [svg(plain), `data:image/png;base64,${PNG}`]) {
      expect((await api.call('POST', '/v1/achievements', { key: acme.key, body: { ...ACHIEVEMENT, image } })).status).toBe(201);
    }
  });
});
