import type { JsonObject } from '@proofmark/schemas';
import { isAuthentic } from '../checks/authenticity.js';
import { fromJson, fromJwt } from '../intake/from-json.js';
import type { Badge, Handed } from '../intake/handed.js';
import { idOf, listOf, member, nodesOf } from '../json.js';
import { LIMITS } from '../limits.js';
import type { Policy, Ports } from '../ports.js';
import { checkProofs } from './check-proofs.js';
import type { ContainedFact, Facts } from './facts.js';
import { gatherRecipient } from './recipient.js';
import type { Sources } from './sources.js';
import { gatherStatus, unaskedStatus } from './status.js';

/** Credentials inside credentials inside a credential: no badge goes deeper. */
const MAX_NESTING = 3;

/**
 * Fetches and checks everything that judging needs. Order matters: first the key document and the signature; only what a good
 * signature covers may make us ask anyone else.
 */
export async function gather(handed: Handed, ports: Ports, policy: Policy, sources: Sources, depth = 0): Promise<Facts> {
  const contained: ContainedFact[] = [];
  const empty = { container: null, secured: null, status: [], recipient: 'not-asked' } as const;
  if (handed.kind === 'other') {
    for (const member of handed.members.slice(0, LIMITS.contained))
      contained.push(await inside(member, 'member', true, ports, policy, sources, depth));
    return { format: handed.format, ...empty, contained, contacted: sources.contacted() };
  }
  const { credential, jwt, container } = handed.badge;
  const secured = await checkProofs(credential, jwt, ports, sources);
  const good = isAuthentic(secured, policy.at);
  const status = good ? await gatherStatus(credential, ports, sources, policy.at) : unaskedStatus(credential);
  const recipient = await gatherRecipient(credential, policy.recipient, ports);
  if (good && depth < MAX_NESTING) {
    for (const { badge, role, aboutCarrier } of credentialsInside(credential).slice(0, LIMITS.contained)) {
      contained.push(await inside(badge, role, aboutCarrier, ports, policy, sources, depth));
    }
  }
  return { format: { outcome: 'passed' }, container, secured, status, recipient, contained, contacted: sources.contacted() };
}

async function inside(
  badge: Badge,
  role: ContainedFact['role'],
  aboutCarrier: boolean,
  ports: Ports,
  policy: Policy,
  sources: Sources,
  depth: number,
): Promise<ContainedFact> {
  // The person is asked about the badge, not about those who vouch for it.
  const { recipient: _, ...rest } = policy;
  const facts = await gather({ kind: 'badge', badge }, ports, role === 'member' ? policy : rest, sources, depth + 1);
  return { role, aboutCarrier, facts };
}

interface Inner {
  readonly badge: Badge;
  readonly role: ContainedFact['role'];
  readonly aboutCarrier: boolean;
}

/** Endorsements of the badge, the achievement and the issuer, and the credentials of a CLR, each to be judged by itself. */
function credentialsInside(credential: JsonObject): readonly Inner[] {
  const subject = member(credential, 'credentialSubject');
  const achievement = member(subject, 'achievement');
  const carriers = [credential, achievement, member(credential, 'issuer'), member(achievement, 'creator')];
  const endorsements = carriers.flatMap((carrier) => {
    const about = idOf(carrier);
    const embedded = nodesOf(carrier, 'endorsement').map((node) => fromJson(withContext(node, credential), 'json', true));
    const tokens = listOf(member(carrier, 'endorsementJwt')).map((token) => fromJwt(String(token), 'jwt'));
    return [...embedded, ...tokens].flatMap((handed): readonly Inner[] => {
      if (handed.kind !== 'badge') return [];
      const endorsed = idOf(member(handed.badge.credential, 'credentialSubject'));
      return [{ badge: handed.badge, role: 'endorsement', aboutCarrier: endorsed !== null && endorsed === about }];
    });
  });
  const members = listOf(member(subject, 'verifiableCredential')).flatMap((item): readonly Inner[] => {
    const handed = fromJson(
      typeof item === 'object' && item !== null && !Array.isArray(item) ? withContext(item as JsonObject, credential) : item,
      'json',
      true,
    );
    return handed.kind === 'badge' ? [{ badge: handed.badge, role: 'member', aboutCarrier: true }] : [];
  });
  return [...endorsements, ...members];
}

/** An embedded credential without contexts of its own stands under those of its carrier. */
function withContext(node: JsonObject, carrier: JsonObject): JsonObject {
  const context = member(carrier, '@context');
  return node['@context'] === undefined && context !== undefined ? { '@context': context, ...node } : node;
}
