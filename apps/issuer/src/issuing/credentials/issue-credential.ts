import { credentialUrl, type JsonObject } from '@proofmark/schemas';
import type { DeclaredAuthor, IssueCredential } from '@proofmark/schemas/api';
import type { Actor, Request } from '../access/actor.js';
import { attachClaim } from '../access/idempotently.js';
import { loadAchievement } from '../access/load-achievement.js';
import { type AvailableCredential, type ErasedCredential, lockCredentialOrErased } from '../access/load-credential.js';
import { orderArchiving } from '../evidence/archive-evidence.js';
import { makeReport } from '../evidence/evidence-report.js';
import { gatherEvidence } from '../evidence/gather-evidence.js';
import { judgeEvidence } from '../evidence/judge-evidence.js';
import { newId } from '../identifiers.js';
import type { IssuingDeps } from '../ports.js';
import { type PreparedRecipient, prepareRecipient } from '../recipients/recipient.js';
import type { AchievementRecord, CredentialIntent, CredentialRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';
import type { IdempotencyClaim } from '../store-ports.js';
import { type BadgeParts, buildBadge, faultsOf } from './build-badge.js';
import { type Issued, issuedOnce } from './issued-once.js';
import { renewalRefusal } from './renewal-refusal.js';
import { resolveResults } from './resolve-results.js';
import { signCredential } from './sign-credential.js';
import { takeStatusPlace } from './status-list.js';
import { validityOf } from './validity.js';

export interface IssueInput {
  readonly achievementId: string;
  readonly body: IssueCredential;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

/** That a badge renews another: whose it is follows from the old one, and the two name each other. */
export interface Renewal {
  readonly predecessor: AvailableCredential | ErasedCredential;
  /** Prepares what the new badge says of the recipient. */
  recipient(): Promise<PreparedRecipient>;
}

/**
 * Issues one badge: the whole unsigned badge is committed first, then signed in both forms, and durable before this answers.
 */
export async function issueCredential(deps: IssuingDeps, { actor, input }: Request<IssueInput>): Promise<Result<Issued>> {
  const { achievementId, body, idempotencyKey: key } = input;
  const achievement = await loadAchievement(deps.store.achievements, actor, achievementId);
  if (!achievement.ok) return achievement;
  return issuedOnce(deps, { actor, key, request: { achievementId, body: body as unknown as JsonObject } }, (claim) =>
    issueNew(deps, actor, achievement.value, body, claim),
  );
}

/** What issuing a badge comes to once it is known for whom and under which claim. */
export async function issueNew(
  deps: IssuingDeps,
  actor: Actor,
  achievement: AchievementRecord,
  body: IssueCredential,
  claim: IdempotencyClaim | null,
  renewal: Renewal | null = null,
): Promise<Result<CredentialRecord>> {
  const prepared = await prepare(deps, achievement, body, renewal);
  if (!prepared.ok) return prepared;
  const parts = prepared.value;
  // Any place will do here: the checks do not depend on the number, and so nothing that fails them takes a place.
  const faults = await faultsOf(buildBadge(parts, { listId: 0, index: 0 }, deps.baseUrl), deps.crypto);
  if (faults.length > 0) return refused('credential-refused', 'The badge would not conform, so it was not signed.', faults);
  const intent = await commit(deps, actor, parts, claim, renewal);
  if (!intent.ok) return intent;
  const signed = await signCredential(deps, intent.value);
  return done({ ...intent.value, signed, revoked: null, erasedAt: null });
}

async function prepare(
  deps: IssuingDeps,
  achievement: AchievementRecord,
  body: IssueCredential,
  renewal: Renewal | null,
): Promise<Result<BadgeParts>> {
  if (achievement.archivedAt !== null) return refused('conflict', 'This achievement is archived: it issues no more badges.');
  const validity = validityOf(body, achievement.validFor, deps.clock.now());
  if (!validity.ok) return validity;
  const results = resolveResults(achievement.definition, body.results ?? []);
  if (!results.ok) return results;
  const links = body.evidence ?? [];
  const id = newId(deps);
  const issuer = await deps.store.issuers.find(achievement.issuerId);
  if (issuer === null) throw new Error('an achievement has no issuer');
  const recipient = await (renewal?.recipient() ?? prepareRecipient(deps, issuer.id, body.recipient));
  const asked = { evidence: links, author: authorOf(body), keep: body.keep };
  const about = { credential: credentialUrl(deps.baseUrl, id), beneficiary: { issuerId: issuer.id, recipient } };
  const gathered = await gatherEvidence(deps, asked, about);
  if (!gathered.ok) return gathered;
  const { pinned, ...stored } = gathered.value;
  const { missing } = judgeEvidence(achievement.evidencePolicy, pinned, deps.clock.now().getTime());
  if (missing.length > 0) return refused('evidence-required', 'The evidence does not meet the policy of this achievement.', missing);
  return done({
    id,
    issuer,
    achievement,
    recipient,
    results: results.value,
    narrative: body.narrative,
    links,
    pinned,
    report: await makeReport(deps, id, pinned),
    ...stored,
    validity: validity.value,
  });
}

/** The recipient's own address counts in the history of a repository, beside those that the caller names. */
function authorOf({ recipient, author }: IssueCredential): DeclaredAuthor {
  return { ...author, emails: [...(recipient.email === undefined ? [] : [recipient.email]), ...(author?.emails ?? [])] };
}

/** The first commit: place, whole badge with its report, keys and proof time. */
async function commit(
  deps: IssuingDeps,
  actor: Actor,
  parts: BadgeParts,
  claim: IdempotencyClaim | null,
  renewal: Renewal | null,
): Promise<Result<CredentialIntent>> {
  return deps.store.transaction(async (tx) => {
    const issuerId = parts.issuer.id;
    // Locked first, so that of two renewals of one badge the second finds the first.
    if (renewal !== null) {
      const predecessor = await lockCredentialOrErased(tx.credentials, { issuerId, credentialId: renewal.predecessor.id });
      const refusal = await renewalRefusal(tx, predecessor);
      if (refusal !== null) return refusal;
    }
    const [embedded, token] = [await tx.signingKeys.active(issuerId, 'Ed25519'), await tx.signingKeys.active(issuerId, 'ES256')];
    if (embedded === null || token === null) throw new Error('the issuer lacks an active signing key');
    const place = await takeStatusPlace(deps, tx, parts.issuer);
    const now = deps.clock.now();
    const intent: CredentialIntent = {
      issuerId,
      id: parts.id,
      achievementId: parts.achievement.id,
      statusListId: place.listId,
      statusIndex: place.index,
      unsigned: JSON.stringify(buildBadge(parts, place, deps.baseUrl)),
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
    await tx.credentials.insert(intent);
    if (parts.report !== null) await tx.evidence.insertReport(issuerId, intent.id, parts.report.body);
    await tx.evidence.insertCopies(issuerId, intent.id, parts.copies, now);
    await tx.evidence.insertPrivateWork(issuerId, intent.id, parts.contents);
    await tx.evidence.insertArchiveRequests(issuerId, intent.id, parts.archiving);
    if (parts.archiving.length > 0) await orderArchiving(tx.jobs, { issuerId, credentialId: intent.id }, now);
    const attached = await attachClaim(tx.idempotency, claim, { issuerId, credentialId: intent.id, endorsementId: null });
    return attached.ok ? done(intent) : attached;
  });
}
