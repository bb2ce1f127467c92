import { matchesIdentity } from '@proofmark/credentials';
import { hostOf, isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import type { Sources } from '../documents/sources.js';
import type { RecipientFact, WorkFact } from '../facts/facts.js';
import type { RegistryFact } from '../facts/issuer-facts.js';
import { isComparableEmail, kindOfPerson } from '../gather/recipient.js';
import { gatherRegistries } from '../gather/registries.js';
import { describeWork } from '../gather/work.js';
import type { OlderBadge } from '../input/reading.js';
import type { Policy, Ports } from '../ports.js';
import { documentOf, type KeyTried, type Linked, type OlderFacts } from './facts.js';
import { tryKeys } from './keys.js';
import { follow, idOfLink, readAt } from './links.js';
import { withoutNulls } from './without-nulls.js';

/**
 * Fetches and checks what judging an Open Badges 2.0 badge needs. Of a hosted one only its id is believed: the assertion that counts is
 * what that address answers with. A signed one is believed when a key of the issuer's profile signed it.
 */
export async function gatherOlder(badge: OlderBadge, policy: Policy, ports: Ports, sources: Sources): Promise<OlderFacts> {
  const { jwt, container } = badge;
  const own = withoutNulls(badge.assertion);
  const form = jwt === null && !isSigned(own) ? 'hosted' : 'signed';
  const id = idOfAssertion(own);
  const assertion: Linked = form === 'hosted' ? await readAt(id, 'badge', sources) : { kind: 'document', json: own };
  const link = member(documentOf(assertion), 'badge');
  const badgeClass = await follow(link, 'badge', sources);
  const issuerLink = member(documentOf(badgeClass), 'issuer');
  // What stands inside the badge about its issuer is the badge's own word: the profile at the issuer's address counts.
  const issuer = await readAt(idOf(issuerLink), 'issuer', sources);
  const issuerId = idOfLink(issuerLink, issuer);
  const known = { container, form, id, assertion, badgeClass, issuer, issuerId, alg: jwt?.alg ?? null } as const;
  const profile = issuer.kind === 'document' ? issuer.json : null;
  const keys: readonly KeyTried[] =
    jwt === null || profile === null || issuerId === null ? [] : await tryKeys(jwt, own, issuerId, profile, ports, sources);
  const good = form === 'hosted' ? profile !== null : keys.some(({ owned, signature }) => owned && signature.outcome === 'passed');
  const json = documentOf(assertion);
  const revocations = good && form === 'signed' ? await askRevocations(profile, sources) : ({ kind: 'none' } as const);
  const registries: readonly RegistryFact[] =
    good && issuerId !== null ? await gatherRegistries(issuerId, policy.registries ?? [], ports, sources) : [];
  return {
    ...known,
    keys,
    revocations,
    recipient: await gatherRecipient(json, policy.recipient, ports),
    work: workOf(json),
    endorsements: listOf(member(json, 'endorsement')).length,
    registries,
    contacted: sources.contacted(),
  };
}

function isSigned(assertion: JsonObject): boolean {
  const verification = member(assertion, 'verification') ?? member(assertion, 'verify');
  return listOf(member(verification, 'type')).some((type) => type === 'SignedBadge' || type === 'signed');
}

/** Before 2.0 the address of a hosted assertion was in `verify`. */
function idOfAssertion(assertion: JsonObject): string | null {
  return idOf(assertion) ?? textOf(member(assertion, 'verify'), 'url');
}

async function askRevocations(profile: JsonObject | null, sources: Sources): Promise<OlderFacts['revocations']> {
  const url = idOf(member(profile ?? undefined, 'revocationList'));
  return url === null ? { kind: 'none' } : { kind: 'asked', host: hostOf(url), answer: await readAt(url, 'status', sources) };
}

/** IdentityObject of 2.0: `type` has the kind of identity, `identity` the value or its hash. */
async function gatherRecipient(assertion: Json | undefined, wanted: string | undefined, ports: Ports): Promise<RecipientFact> {
  if (wanted === undefined || wanted.trim() === '') return 'not-asked';
  const recipient = member(assertion, 'recipient');
  const kind = textOf(recipient, 'type');
  const identityHash = textOf(recipient, 'identity');
  const asked = kindOfPerson(wanted);
  if (asked === null) return 'not-an-address';
  if (kind === null || identityHash === null || (kind === 'email') !== (asked === 'email')) return 'names-nobody';
  const identityType = kind === 'email' ? 'emailAddress' : kind;
  const identity = { ...(recipient as JsonObject), identityType, identityHash };
  if (kind === 'email' && !isComparableEmail(identity)) return 'names-nobody';
  return (await matchesIdentity(identity, wanted, ports.crypto, identityType)) ? 'match' : 'no-match';
}

function workOf(assertion: Json | undefined): readonly WorkFact[] {
  const items = listOf(member(assertion, 'evidence')).map((item) => (typeof item === 'string' ? { id: item } : item));
  return describeWork({ evidence: items.filter(isObject) });
}
