// Open Badges 2.0: what is genuine is what the issuer's own host serves. The input, or what the hosts serve, was changed.
import { createHash } from 'node:crypto';
import { verify } from '@proofmark/verifying';
import { lookOf, portsOver } from './oracle.mjs';

const ORG = 'https://school.example';
const CONTEXT = 'https://w3id.org/openbadges/v2';
const assertion = (more = {}) => ({
  '@context': CONTEXT,
  id: `${ORG}/assertions/1`,
  type: 'Assertion',
  recipient: {
    type: 'email',
    hashed: true,
    salt: 'salt',
    identity: `sha256$${createHash('sha256').update('ada@learner.examplesalt').digest('hex')}`,
  },
  badge: `${ORG}/badges/web`,
  verification: { type: 'HostedBadge' },
  issuedOn: '2026-11-22T09:00:00+01:00',
  ...more,
});
const badgeClass = (host) => ({
  '@context': CONTEXT,
  id: `${host}/badges/web`,
  type: 'BadgeClass',
  name: 'Web design',
  description: 'Builds small pages.',
  image: `${host}/web.png`,
  criteria: { narrative: 'Three pages.' },
  issuer: `${ORG}/issuer`,
});
const profile = { '@context': CONTEXT, id: `${ORG}/issuer`, type: 'Profile', name: 'The School', url: ORG, email: 'badges@school.example' };

const ASSERTIONS = [
  assertion(),
  assertion({ id: `${ORG}/assertions/2`, revoked: true }),
  assertion({ id: `${ORG}/assertions/3`, expires: '2026-11-23T00:00:00Z' }),
  assertion({ id: 'https://evil.example/1' }),
  assertion({ id: 'https://evil.example/2', badge: 'https://evil.example/badges/web' }),
  assertion({ id: `${ORG}/assertions/4`, '@context': 'https://evil.example/context' }),
];
const WEB = new Map([
  ...ASSERTIONS.map((each) => [each.id, each]),
  ...[ORG, 'https://evil.example'].map((host) => [`${host}/badges/web`, badgeClass(host)]),
  [profile.id, profile],
]);
export const OLDER = ASSERTIONS.map((each) => JSON.stringify(each));

const ask = (text, web) => verify({ text }, portsOver(web), { at: Date.UTC(2026, 10, 28) });
const honest = await ask(OLDER[0], WEB);
if (!honest.verdict.startsWith('genuine')) throw new Error(`the seed of Open Badges 2.0 is ${honest.verdict}`);

/** An input that was changed shows what is hosted, or is not genuine. Only the first assertion is good. */
async function changedInput(text) {
  const report = await ask(text, WEB);
  const genuine = report.verdict.startsWith('genuine');
  return { genuine, fault: genuine && lookOf(report) !== lookOf(honest) ? 'another look than is hosted' : null };
}

/** Where the host itself serves the changed assertion, it has to be the issuer's host. */
async function changedWeb(text) {
  const served = JSON.parse(text);
  const { id } = served;
  if (typeof id !== 'string') return { fault: null };
  const report = await ask(text, new Map([...WEB, [id, served]]));
  const genuine = report.verdict.startsWith('genuine');
  if (!genuine) return { fault: null };
  const isOwn = id.startsWith(`${ORG}/`);
  const isOver = served.revoked === true || (typeof served.expires === 'string' && Date.parse(served.expires) < Date.UTC(2026, 10, 28));
  return { genuine, fault: !isOwn ? 'at a host that is not the issuer’s' : isOver ? 'genuine though it is over' : null };
}

export async function checkOlder(text) {
  const first = await changedInput(text);
  return first.fault === null ? changedWeb(text) : first;
}
