import { listOf, member, textOf } from '@proofmark/primitives';
import { type JsonObject, typesOf } from '@proofmark/schemas';
import { isAuthentic, primaryProof, REVOKED } from '../authenticity/judge-proof.js';
import { countEndorsements } from '../credential/endorsement-carriers.js';
import { nodesOf } from '../credential/nodes.js';
import type { ContainedFact, Facts, RefreshFact, Secured } from '../facts/facts.js';
import type { Badge, InputReading } from '../input/reading.js';
import { lazily } from '../lazy.js';
import { lazyTokens } from '../lazy-tokens.js';
import type { Inner } from './credentials-inside.js';
import type { Gathering } from './gathering.js';
import { gatherIssuer, UNASKED_ISSUER } from './issuer.js';
import type { Refreshed } from './refresh.js';
import { gatherStatus, unaskedStatus } from './status/status.js';

/** Credentials inside credentials inside a credential: no badge goes deeper. */
const MAX_NESTING = 3;

/**
 * Fetches and checks everything that judging needs. Order matters: first the key document and the signature; only what a good
 * signature covers may make us ask anyone else.
 */
export async function gather(reading: InputReading, gathering: Gathering, depth = 0): Promise<Facts> {
  const finish = await begin(reading, gathering, depth);
  return finish();
}

/**
 * Everything about one credential but what is inside it, which the answer gathers when it is called: credentials beside each other are
 * asked about together, and still share their budget in the order in which they stand.
 */
async function begin(reading: InputReading, gathering: Gathering, depth: number): Promise<() => Promise<Facts>> {
  const { ports, policy, sources } = gathering;
  if (reading.kind !== 'badge') {
    // A badge of the older standard among others: it has a way of its own, and is to be verified alone.
    const { format, members } = reading.kind === 'older' ? NOT_ALONE : reading;
    const inner = members.map((member): Inner => ({ reading: member, role: 'member', aboutCarrier: true }));
    const empty = {
      container: null,
      secured: null,
      refresh: NO_REFRESH,
      status: [],
      recipient: 'not-asked',
      work: [],
      recheck: null,
    } as const;
    const issuer = UNASKED_ISSUER;
    return async () => ({ format, ...empty, issuer, ...(await inside(inner, gathering, depth)), contacted: sources.contacted() });
  }
  await ports.pause?.();
  const { container } = reading.badge;
  const original = await gatherRecord(
    await (gathering.checkRoot ?? gathering.checkProofs)(reading.badge.credential, reading.badge.jwt),
    reading.badge,
    gathering,
  );
  const good = isAuthentic(original, policy.at);
  const { newer, fact: refresh } = good ? await gatherRefresh(original, gathering) : { newer: null, fact: NO_REFRESH };
  const secured = newer ?? original;
  const { credential } = secured;
  // Whether a badge was withdrawn counts more than that its key was revoked.
  const asked = good || secured.recorded;
  const [status, recipient, work, issuer] = await Promise.all([
    asked ? gatherStatus(secured, gathering) : unaskedStatus(secured),
    gatherRecipient(credential, gathering),
    gatherWork(credential),
    good ? gatherIssuer(secured, policy, ports, sources) : UNASKED_ISSUER,
  ]);
  return async () => {
    const carried = good ? await gatherInside(credential, gathering, depth) : NOTHING_INSIDE;
    const looked = good && policy.work === 'recheck' ? await gatherRecheck(credential, work, gathering, depth) : NOT_LOOKED;
    const contained = [...carried.contained, ...looked.contained];
    const skipped = carried.skipped + looked.skipped;
    const facts = { container, secured, refresh, status, recipient, work, recheck: looked.recheck, issuer, contained, skipped };
    return { format: reading.badge.hasOlder ? BESIDE_OLDER : PASSED, ...facts, contacted: sources.contacted() };
  };
}

const NOT_ALONE = { format: { outcome: 'unknown', code: 'unsupported-format', detail: { found: 'open-badges-2' } }, members: [] } as const;
const PASSED = { outcome: 'passed' } as const;
const BESIDE_OLDER = { outcome: 'passed', detail: { beside: 'Open Badges 2.0' } } as const;
const NO_REFRESH: RefreshFact = { kind: 'none' };

/** Few keys are revoked, so what asks the issuer's record about what they signed is loaded only then. */
async function gatherRecord(secured: Secured, badge: Badge, gathering: Gathering): Promise<Secured> {
  if (primaryProof(secured, gathering.policy.at)?.answers.keyAuthorised !== REVOKED) return secured;
  return (await lazyTokens())?.askRecord(secured, badge, gathering) ?? secured;
}

/** Most badges name no place for newer versions, so what asks there is loaded only then. */
async function gatherRefresh(original: Secured, gathering: Gathering): Promise<Refreshed> {
  const services = nodesOf(original.credential, 'refreshService');
  if (services.length === 0) return { newer: null, fact: NO_REFRESH };
  const asker = await lazily(() => import('./refresh.js'));
  const unasked: RefreshFact = { kind: 'unsupported', type: services.flatMap(typesOf).join(' ') };
  return asker?.askRefresh(original, gathering) ?? { newer: null, fact: unasked };
}

/** Few readers ask about a recipient, so the comparison of addresses is loaded only then. */
async function gatherRecipient(credential: JsonObject, { policy, ports }: Gathering): Promise<Facts['recipient']> {
  const { recipient = '' } = policy;
  if (recipient.trim() === '') return 'not-asked';
  const comparer = await lazily(() => import('./recipient.js'));
  return comparer?.compareRecipient(credential, recipient, ports) ?? 'not-compared';
}

/** What reads links is loaded for the first badge with evidence; without it, the pieces of work are named and nothing is said about them. */
async function gatherWork(credential: JsonObject): Promise<Facts['work']> {
  const items = nodesOf(credential, 'evidence');
  if (items.length === 0) return [];
  const reader = await lazily(() => import('./work.js'));
  return reader?.describeWork(credential) ?? items.map((item) => ({ id: textOf(item, 'id'), pinned: null }));
}

type Contained = Pick<Facts, 'contained' | 'skipped'>;
const NOTHING_INSIDE: Contained = { contained: [], skipped: 0 };
const NOT_LOOKED = { ...NOTHING_INSIDE, recheck: null };

/** What reads the credentials inside is loaded for the first badge that has any; without it, they are counted and nothing is said about them. */
async function gatherInside(credential: JsonObject, gathering: Gathering, depth: number): Promise<Contained> {
  const members = listOf(member(member(credential, 'credentialSubject'), 'verifiableCredential'));
  const count = countEndorsements(credential) + members.length;
  if (count === 0) return NOTHING_INSIDE;
  const reader = await lazily(() => import('./credentials-inside.js'));
  return reader === null ? { contained: [], skipped: count } : inside(reader.credentialsInside(credential), gathering, depth);
}

/** The recheck of evidence is loaded only when the reader wants it. */
async function gatherRecheck(
  credential: JsonObject,
  work: Facts['work'],
  gathering: Gathering,
  depth: number,
): Promise<Contained & Pick<Facts, 'recheck'>> {
  const looker = await lazily(() => import('./recheck/index.js'));
  return looker?.gatherRecheck(credential, work, gathering, (inner) => inside(inner, gathering, depth)) ?? NOT_LOOKED;
}

async function inside(inner: readonly Inner[], gathering: Gathering, depth: number): Promise<Contained> {
  // The person and the work are asked about the badge, not about those who vouch for it.
  const { recipient: _, work: _work, ...unasked } = gathering.policy;
  const { checkRoot: _own, ...shared } = gathering;
  const taken = depth < MAX_NESTING ? inner.slice(0, Math.max(0, gathering.budget.left)) : [];
  gathering.budget.left -= taken.length;
  const begun = await Promise.all(
    taken.map(async (one) => {
      const policy = one.role === 'member' ? gathering.policy : unasked;
      return { one, finish: await begin(one.reading, { ...shared, policy }, depth + 1) };
    }),
  );
  const contained: ContainedFact[] = [];
  for (const { one, finish } of begun) {
    const { role, aboutCarrier, endorser, from } = one;
    contained.push({ role, aboutCarrier, ...(endorser && { endorser }), ...(from && { from }), facts: await finish() });
  }
  return { contained, skipped: inner.length - contained.length };
}
