import { BASE, DOMAIN_ID, ISSUER_ID, type Members, member, seldom, seldomTime, THUMBPRINT, time } from './member.js';

const DID = 'did:web:badges.example:issuers:riverside';
const name = member('The name that readers of a badge see, 1 to 200 characters.', 'Riverside College');
const url = member('The web site of the issuer: an https address, at most 2048 characters.', 'https://riverside.example');
const description = member('What the issuer is and does, at most 2000 characters.', 'Courses for people who build web services.');
const email = member('Where readers of a badge can write to. It is public.', 'badges@riverside.example');
const image = member('The address of a logo: https, at most 2048 characters.', 'https://riverside.example/logo.png');
const linkedinOrganizationId = member(
  'The number of the issuer’s page on LinkedIn, as digits. With it, "Add to profile" names that page.',
  '1234567',
);
const imprintUrl = member(
  'Where it stands who is responsible for the issuer: an https address. It is linked on each public page of the issuer.',
  'https://riverside.example/imprint',
);
const privacyUrl = member(
  'What the issuer does with data of people: an https address. It is linked on each public page of the issuer.',
  'https://riverside.example/privacy',
);

const badgeDesign = member('How generated images of its badges look: outline, colour, logo. An image of an achievement goes before it.');

export const ISSUERS: Members = {
  CreateIssuer: {
    slug: member(
      'The short name in addresses and in the DID: 1 to 63 of a-z, 0-9 and hyphens inside. It is taken once, and cannot change.',
      'riverside',
    ),
    name,
    mode: member(
      '`test` marks every badge of this issuer as a test, in its signed text; verifiers never call it genuine. `live` when absent. It cannot change.',
      'live',
    ),
    url,
    description,
    email,
    image,
    linkedinOrganizationId,
    imprintUrl,
    privacyUrl,
    badgeDesign,
  },
  Retention: {
    jobDays: member('Days after its end for which a job that issues many badges can be looked at.', 30),
    refusedRowDays: member(
      'Days after the end of a job for which it is kept what stood in rows that are no badges, and an upload that was not read to its end.',
      7,
    ),
    recipientDays: member(
      'Days after which a person is erased, once all badges of theirs were withdrawn or have expired; null when nobody is erased so.',
      730,
    ),
  },
  UpdateRetention: {
    jobDays: member('1 to 365; null for the usual 30.', 30),
    refusedRowDays: member('1 to 365; null for the usual 7. A longer time than `jobDays` ends with the job.', 2),
    recipientDays: member('1 to 36500; null so that nobody is erased. It needs `confirm`.', 730),
    confirm: member('`erase`: that people are meant to be erased so, since it cannot be undone.', 'erase'),
  },
  DailyCount: {
    total: member('How many since the issuer was made.', 412),
    byDay: member('How many on each of the last 84 days of UTC, the oldest first and today last.', [0, 3, 12]),
  },
  ChangedWorkOfBadge: {
    badge: member('The badge whose work it is.'),
    at: time('When what was found changed for the last time.'),
    found: member('The worst that is known now of a piece of its work. `matches`: all is again as it was issued.', 'changed'),
  },
  IssuerOverview: {
    asOf: time('The time for which it is true.'),
    since: member('The first of the days, a day of UTC.', '2026-09-07'),
    issued: member('Badges that were issued.'),
    claimed: member('Badges that their learners claimed.'),
    checked: member('Looks at pieces of work that found an answer.'),
    changed: member('Badges of whose work such an answer was another one than before.'),
    'changed.total': member('How many since the issuer was made.', 3),
    'changed.byDay': member('How many on each of the last 84 days of UTC, the oldest first and today last.', [0, 0, 1]),
    'changed.latest': member('Up to ten badges of whose work an answer changed last.'),
    ending: member('Badges in force that end soon and that nothing renews.'),
    'ending.byWeek': member('How many end in each of the next 13 weeks.', [2, 0, 31]),
    'ending.more': member('There are so many that not all were counted.', false),
    'ending.next': member('Up to ten that end first.'),
  },
  DomainCheck: {
    outcome: member(
      '`proven`: the domain confirms the issuer. `not-proven`: it answers and does not. `not-reached`: it does not answer. `not-decided`: its proof could not be checked.',
      'not-proven',
    ),
    reason: member('Why not, as a code; null where there is none.', 'no-configuration'),
    checkedAt: time('When it was asked.'),
  },
  UpdateIssuer: { name, url, description, email, image, linkedinOrganizationId, imprintUrl, privacyUrl, badgeDesign },
  Issuer: {
    id: member('The id of the issuer in this API: a UUID.', ISSUER_ID),
    slug: member('The short name in addresses and in the DID.', 'riverside'),
    mode: member('`live`, or `test` for an issuer whose badges are only tests.', 'live'),
    did: member('The decentralised identifier that stands as issuer in each badge.', DID),
    name,
    url: member('The web site of the issuer; null when none was given.', 'https://riverside.example'),
    description: seldom('What the issuer is and does; null when that was not said.', 'Courses for people who build web services.'),
    email: seldom('Where readers of a badge can write to; null when that was not said.', 'badges@riverside.example'),
    image: seldom('The address of a logo; null when none was given.', 'https://riverside.example/logo.png'),
    linkedinOrganizationId: seldom('The number of the issuer’s page on LinkedIn; null when none was given.', '1234567'),
    imprintUrl: seldom('Where it stands who is responsible; null when none was given.', 'https://riverside.example/imprint'),
    privacyUrl: seldom('What is done with data of people; null when none was given.', 'https://riverside.example/privacy'),
    badgeDesign: member('How generated images of its badges look; null when nothing was chosen.'),
    suspended: seldom('That the operator of the service has suspended the issuer; null as a rule.', {
      at: '2026-11-27T18:00:00.000Z',
      reason: 'It uses the name of another school.',
    }),
    'suspended.at': time('Since when.'),
    'suspended.reason': member('Why, in the words of the operator. Everybody can read it.', 'It uses the name of another school.'),
    createdAt: time('When the issuer was made.'),
    updatedAt: time('When it was last changed.'),
    links: member('Where everybody can read about the issuer.'),
    'links.html': member('A page for people.', `${BASE}/issuers/riverside`),
    'links.did': member('The DID document, with the public keys.', `${BASE}/issuers/riverside/did.json`),
    'links.jwks': member('The public keys as a JWK Set (RFC 7517).', `${BASE}/issuers/riverside/jwks.json`),
  },
  SuspendIssuer: {
    reason: member(
      'Why, 1 to 500 characters. Everybody can read it on the pages of the issuer and of its badges.',
      'It uses the name of another school.',
    ),
  },
  BadgeDesign: {
    shape: member('The outline. When absent, it follows from the achievement.', 'shield'),
    colour: member(
      'The colour, as `#rrggbb`. The text on it is white or dark, whichever can be read. When absent, it follows from the issuer.',
      '#1f4b8f',
    ),
    logo: member(
      'A PNG as `data:image/png;base64,…`, at most 16 KiB and 1024 pixels a side. It stands on a white plate above the title.',
      'data:image/png;base64,iVBORw0KGgo=',
    ),
  },
  UpdateBadgeDesign: {
    shape: member('The outline; null lets it follow from the achievement.', 'shield'),
    colour: member('The colour, as `#rrggbb`; null lets it follow from the issuer.', '#1f4b8f'),
    logo: member('A PNG as a data URI, at most 16 KiB and 1024 pixels a side; null removes it.', 'data:image/png;base64,iVBORw0KGgo='),
  },
  PreviewBadgeImage: {
    issuerId: member(
      'Whose badges they are: its name decides the colour where none is chosen. When absent, the issuer of the key.',
      ISSUER_ID,
    ),
    title: member('The title of the badge, 1 to 300 characters.', 'Web API design'),
    design: member('What to try: outline, colour, logo. When absent, the design of the issuer.'),
  },
  BadgeImagePreview: {
    png: member('The picture, 512 by 512 pixels, as a data URI.', 'data:image/png;base64,iVBORw0KGgo='),
    svg: member('The same picture as SVG.', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    contrast: member('The least contrast of the text and what is below it, 1 to 21 (WCAG 2.2). It is at least 4.5.', 7.2),
  },
  LinkDomain: { origin: member('Scheme and host of a web site that is yours, without a path.', 'https://riverside.example') },
  IssuerDomain: {
    id: member('The id of the claim: a UUID.', DOMAIN_ID),
    issuerId: member('The issuer that claims the domain.', ISSUER_ID),
    origin: member('The claimed web site: scheme and host.', 'https://riverside.example'),
    hostAt: member('The address at which verifiers look for the document.', 'https://riverside.example/.well-known/did-configuration.json'),
    document: member('The DID configuration to host there, with the header `Access-Control-Allow-Origin: *`.', {
      '@context': 'https://identity.foundation/.well-known/did-configuration/v1',
      linked_dids: ['eyJhbGciOiJFUzI1NiJ9…'],
    }),
    validUntil: time(
      'Until when the document proves the claim. Claim the domain again in the last year to have it signed anew.',
      '2031-11-28T09:30:00.000Z',
    ),
    createdAt: time('When the domain was claimed.'),
  },
  RotateSigningKey: {
    algorithm: member('Which key gets a successor: `Ed25519` signs embedded proofs, `ES256` signs VC-JWTs.', 'Ed25519'),
  },
  RevokeSigningKey: {
    reason: member('Why, 1 to 500 characters. Everybody who checks what the key signed can read it.', 'A laptop with the keys was stolen.'),
    revokedAt: member('Since when the key was out of hand; now when absent. ISO 8601 with a time zone.', '2026-11-27T18:00:00Z'),
  },
  SigningKey: {
    id: member('The thumbprint of the key (RFC 7638), 43 characters of base64url.', THUMBPRINT),
    algorithm: member('`Ed25519` or `ES256`.', 'Ed25519'),
    purpose: member(
      '`assertion` for a key that signs badges, `record` for the one that signs the issuer’s record of what it issued.',
      'assertion',
    ),
    verificationMethod: member('The DID URL by which badges name the key.', `${DID}#${THUMBPRINT}`),
    publicJwk: member('The public half, as a JWK (RFC 7517).', {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    }),
    createdAt: time('When the key was made.'),
    retiredAt: seldomTime('Since when it signs nothing more; null for the active one of its algorithm.'),
    revokedAt: seldomTime('Since when it must not be relied on; null as a rule.'),
    revocationReason: seldom(
      'Why it was revoked; null when it was not, or when no reason was given.',
      'A laptop with the keys was stolen.',
    ),
    badgesToSignAgain: seldom(
      'Of a revoked key: how many badges that it signed are still to be signed again, under their ids, with the present key. The service does that by itself, and tells of each badge by an event `credential.resigned`. Null for a key that was not revoked.',
      0,
    ),
  },
};
