// Badges of Open Badges 2.0 and 1.x.
import { ORIGIN, range, token } from './badge.mjs';

const case_ = (name, make, web = () => ({})) => ({
  name,
  kind: 'older',
  make: async (origin = ORIGIN) => {
    const made = make(origin);
    return { input: { text: typeof made === 'string' ? made : JSON.stringify(made) }, web: web(origin, made) };
  },
});
const assertion =
  (more = {}) =>
  (origin) => ({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${origin}/a`,
    recipient: { type: 'email', hashed: true, salt: 'x', identity: `sha256$${'a'.repeat(64)}` },
    issuedOn: '2019-01-01T00:00:00Z',
    verification: { type: 'hosted' },
    badge: {
      type: 'BadgeClass',
      id: `${origin}/b`,
      name: 'x',
      description: 'x',
      image: `${origin}/i.png`,
      criteria: { narrative: 'x' },
      issuer: { type: 'Profile', id: `${origin}/p`, name: 'x', url: origin, email: 'a@x.example' },
    },
    ...more,
  });
const hosted = (more) => [assertion(more), (origin, made) => ({ [`${origin}/a`]: JSON.stringify(made) })];
const rings = (origin) => ({
  ...Object.fromEntries(
    range(40, (i) => [
      `${origin}/${i}`,
      JSON.stringify({ id: `${origin}/${i}`, badge: `${origin}/${i + 1}`, issuer: `${origin}/${i + 1}` }),
    ]),
  ),
});

export const OLDER = [
  case_('an Open Badge 2.0 with 19000 pieces of evidence', ...hosted({ evidence: range(19_000, (i) => `https://x.example/${i}`) })),
  case_(
    'an Open Badge 2.0 with 900000 characters as its recipient',
    ...hosted({ recipient: { type: 'email', hashed: true, identity: `sha256$${'a'.repeat(900_000)}` } }),
  ),
  case_(
    'an Open Badge 2.0 with a salt of 900000 characters',
    ...hosted({ recipient: { type: 'email', hashed: true, salt: 's'.repeat(900_000), identity: `sha256$${'a'.repeat(64)}` } }),
  ),
  case_(
    'an Open Badge 2.0 with dates of 900000 characters',
    ...hosted({ issuedOn: `2019-01-01T00:00:00.${'0'.repeat(900_000)}Z`, expires: `2019${'-'.repeat(900)}` }),
  ),
  case_('an Open Badge 2.0 with 25000 contexts', ...hosted({ '@context': range(25_000, () => 'https://w3id.org/openbadges/v2') })),
  case_('an Open Badge 2.0 with 80000 types', ...hosted({ type: ['Assertion', ...range(80_000, String)] })),
  case_('an Open Badge 2.0 whose class leads to 40 others', assertion({ badge: `${ORIGIN}/0` }), rings),
  case_('an Open Badge 2.0 with 60000 members', ...hosted(Object.fromEntries(range(60_000, (i) => [`m${i}`, 1])))),
  case_('a signed Open Badge 2.0 with a payload of 600000 characters', (origin) =>
    token({ alg: 'RS256' }, { ...assertion({ verification: { type: 'signed', creator: `${origin}/k` } })(origin), x: 'x'.repeat(600_000) }),
  ),
  case_('an Open Badge 1.0 with 900000 characters as its recipient', () => ({
    uid: 'x',
    recipient: 'x'.repeat(900_000),
    badge: {},
    verify: { type: 'hosted', url: 'x' },
  })),
];
