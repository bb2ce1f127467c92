import { credentialUrl, type JsonObject } from '@proofmark/schemas';
import type { EndorseCredential } from '@proofmark/schemas/api';
import { type Actor, lacks, type Request, tenantFor } from '../access/actor.js';
import { ClaimLost, idempotently } from '../access/idempotently.js';
import { announce } from '../events/append-event.js';
import type { IssuingDeps, Repositories } from '../ports.js';
import type { CredentialRecord, EndorsementRecord } from '../records.js';
import { done, notFound, type Result, refused } from '../result.js';
import type { IdempotencyClaim } from '../store-ports.js';
import { signEndorsement } from './sign-endorsement.js';
import { verifyEndorsement } from './verify-endorsement.js';

/** As many as readers of a work log take. */
const MOST = 25;

export interface EndorseInput {
  readonly credentialId: string;
  readonly body: EndorseCredential;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

/** An endorsement, and whether this request added it. */
export interface Added {
  readonly endorsement: EndorsementRecord;
  readonly added: boolean;
}

/** An endorsement that is not stored yet. The one who stores it knows whose it is. */
export type NewEndorsement = Pick<EndorsementRecord, 'id' | 'form' | 'body'> & {
  /** Null for one that was signed elsewhere. */
  readonly assessor: { readonly id: string; readonly lookup: Uint8Array | null } | null;
};

/**
 * Adds an endorsement to a badge: signs what a named person says, or takes one that was signed elsewhere after it was verified. The badge
 * itself is not changed. Durable before this answers. Scope `credentials:write`.
 */
export async function endorseCredential(deps: IssuingDeps, { actor, input }: Request<EndorseInput>): Promise<Result<Added>> {
  const denied = lacks(actor, 'credentials:write');
  if (denied) return denied;
  const { credentialId, body, idempotencyKey: key } = input;
  const { credentials, endorsements } = deps.store;
  const tenant = await tenantFor(actor, credentialId, credentials.tenantOf);
  const badge = tenant === null ? null : await credentials.find(tenant, credentialId);
  if (badge === null) return notFound('credential');
  const answer = await idempotently<Added>(
    deps,
    { actor, key, request: { endorse: credentialId, body: body as unknown as JsonObject } },
    (claim) => endorse(deps, actor, badge, body, claim),
    async (made) => {
      const found = made.endorsementId === null ? null : await endorsements.find(made, made.endorsementId);
      if (found === null) return refused('gone', 'The badge that this Idempotency-Key belongs to was erased.');
      return done({ endorsement: found, added: false });
    },
  );
  return answer.ok ? done(answer.value.value) : answer;
}

async function endorse(
  deps: IssuingDeps,
  actor: Actor,
  badge: CredentialRecord,
  body: EndorseCredential,
  claim: IdempotencyClaim | null,
): Promise<Result<Added>> {
  const refusal = whyNotEndorsed(badge);
  if (refusal !== null) return refusal;
  const made =
    body.assessor === undefined
      ? await verifyEndorsement(deps, credentialUrl(deps.baseUrl, badge.id), body)
      : await signEndorsement(deps, badge, body.assessor, body.comment ?? '');
  if (!made.ok) return made;
  try {
    return await deps.store.transaction((tx) => store(deps, tx, actor, badge, made.value, claim));
  } catch (error) {
    if (error instanceof AssessorTaken) return endorse(deps, actor, badge, body, claim);
    throw error;
  }
}

/** The same person's first two endorsements came at the same time: the id that was signed for one of them is not theirs. */
class AssessorTaken extends Error {}

async function store(
  deps: IssuingDeps,
  tx: Repositories,
  actor: Actor,
  { issuerId, id: credentialId }: CredentialRecord,
  { assessor, ...signed }: NewEndorsement,
  claim: IdempotencyClaim | null,
): Promise<Result<Added>> {
  const key = { issuerId, credentialId };
  const refusal = whyNotEndorsed(await tx.credentials.lock(issuerId, credentialId));
  if (refusal !== null) return refusal;
  const others = await tx.endorsements.list(key);
  const same = others.find(({ body }) => body === signed.body);
  if (same === undefined && others.length >= MOST) return refused('conflict', `A badge can have ${MOST} endorsements.`);
  const now = deps.clock.now();
  if (assessor !== null && !(await tx.endorsements.keepAssessor(issuerId, assessor, now))) throw new AssessorTaken();
  const record = same ?? { ...key, ...signed, assessorId: assessor?.id ?? null, apiKeyId: actor.keyId, createdAt: now };
  if (same === undefined) await tx.endorsements.insert(record);
  if (claim !== null && !(await tx.idempotency.attach(claim, { ...key, endorsementId: record.id }))) throw new ClaimLost();
  if (same === undefined) await announce(deps, tx, 'endorsement.added', key, { endorsementId: record.id });
  return done({ endorsement: record, added: same === undefined });
}

/** Why a badge takes no endorsement, or null when it does. */
function whyNotEndorsed(badge: CredentialRecord | null): Extract<Result<never>, { ok: false }> | null {
  if (badge === null || (badge.signed === null && badge.erasedAt === null)) return notFound('credential');
  if (badge.erasedAt !== null) return refused('gone', 'This badge was erased.');
  return badge.revoked === null ? null : refused('conflict', 'This badge was withdrawn: nobody can vouch for it any more.');
}
