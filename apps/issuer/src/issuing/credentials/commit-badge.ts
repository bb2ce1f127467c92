import type { PreparedCredential } from '@proofmark/proofs/sign';
import type { CredentialIntent, IdempotencyClaim } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { attachClaim } from '../access/idempotently.js';
import { lockCredentialOrErased } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { prepareConforming } from '../conformance.js';
import { orderArchiving } from '../evidence/archive-evidence.js';
import { activeKey } from '../issuers/signers.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type StatusPlaces, usingPlaces } from '../status-lists/places.js';
import type { StatusPlace } from '../status-lists/status-list.js';
import { type BadgeParts, buildBadge, sharedIds } from './build-badge.js';
import type { Renewal } from './prepare-badge.js';
import { renewalRefusal } from './renewal-refusal.js';
import { inRequest } from './request-pointer.js';

/** A badge that is committed and not signed yet, and the checked form of it that is to be signed. */
export interface CommittedBadge {
  readonly intent: CredentialIntent;
  readonly prepared: PreparedCredential;
}

export interface BadgeCommit extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly places: StatusPlaces;
  readonly baseUrl: string;
}

/**
 * The first commit: takes a place in a status list, builds the badge with it, checks it, and stores it whole with its report, keys and proof
 * time. A badge that does not pass is refused, and its place stays empty.
 */
export async function commitBadge(
  deps: BadgeCommit,
  actor: Actor,
  parts: BadgeParts,
  claim: IdempotencyClaim | null,
  renewal: Renewal | null,
): Promise<Result<CommittedBadge>> {
  return usingPlaces(deps.places, parts.issuer, 1, ([place]) => {
    if (place === undefined) throw new Error('a badge got no place in a status list');
    return commitAt(deps, place, actor, parts, claim, renewal);
  });
}

function commitAt(
  deps: BadgeCommit,
  place: StatusPlace,
  actor: Actor,
  parts: BadgeParts,
  claim: IdempotencyClaim | null,
  renewal: Renewal | null,
): Promise<Result<CommittedBadge>> {
  return deps.store.transaction(async (tx) => {
    const refusal = await lockPredecessor(tx, renewal);
    if (refusal !== null) return refusal;
    const issuerId = parts.issuer.id;
    await tx.signingKeys.lockForSigning(issuerId);
    const now = deps.clock.now();
    const embedded = await activeKey(tx.signingKeys, issuerId, 'Ed25519', now);
    const token = await activeKey(tx.signingKeys, issuerId, 'ES256', now);
    const badge = buildBadge(parts, place, deps.baseUrl);
    const conformance = await prepareConforming(badge, 'AchievementCredential');
    const shared = sharedIds(badge);
    // Of a shared id the schema would tell too, at both places, and with less to go by.
    const faults = shared.length > 0 || conformance.ok ? shared : conformance.faults;
    if (!conformance.ok || faults.length > 0) {
      return refused('credential-refused', 'The badge would not conform, so it was not signed.', inRequest(faults, 'badge'));
    }
    const intent: CredentialIntent = {
      issuerId,
      id: parts.id,
      achievementId: parts.achievement.id,
      statusListId: place.listId,
      statusIndex: place.index,
      unsigned: conformance.prepared.json,
      proofCreated: new Date(Math.floor(now.getTime() / 1000) * 1000),
      dataIntegrityKey: embedded.id,
      jwtKey: token.id,
      evidenceFindings: parts.pinned.map(({ finding }) => finding),
      apiKeyId: actor.keyId,
      recipientLookup: parts.recipient.lookup,
      validFrom: new Date(parts.validity.from),
      validUntil: parts.validity.until === null ? null : new Date(parts.validity.until),
      createdAt: now,
      predecessorId: renewal?.predecessor.id ?? null,
    };
    await store(tx, intent, parts, now);
    const attached = await attachClaim(tx.idempotency, claim, { credentialId: intent.id, endorsementId: null });
    if (!attached.ok) return attached;
    // A renewal does not name its predecessor: once one of the two is erased, nothing may lead from it to the other.
    const action = renewal === null ? 'credential.issued' : 'credential.renewed';
    await recordAct(deps, tx, actor, { action, issuerId, objectId: intent.id });
    return done({ intent, prepared: conformance.prepared });
  });
}

/** Locked first, so that of two renewals of one badge the second finds the first. */
async function lockPredecessor(tx: Repositories, renewal: Renewal | null) {
  if (renewal === null) return null;
  const { issuerId, id } = renewal.predecessor;
  return renewalRefusal(tx, await lockCredentialOrErased(tx.credentials, { issuerId, credentialId: id }));
}

async function store(tx: Repositories, intent: CredentialIntent, parts: BadgeParts, now: Date): Promise<void> {
  const { issuerId, id } = intent;
  await tx.credentials.insert(intent);
  if (parts.report !== null) await tx.evidence.insertReport(issuerId, id, parts.report.body);
  await tx.evidence.insertCopies(issuerId, id, parts.copies, now);
  await tx.evidence.insertPrivateWork(issuerId, id, parts.contents);
  await tx.evidence.insertArchiveRequests(issuerId, id, parts.archiving);
  if (parts.archiving.length > 0) await orderArchiving(tx.jobs, { issuerId, credentialId: id }, now);
}
