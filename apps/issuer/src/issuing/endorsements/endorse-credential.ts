import type { JsonObject } from '@proofmark/schemas';
import type { Assessor, EndorseCredential } from '@proofmark/schemas/api';
import type { EndorsementRecord, IdempotencyClaim, NewAssessor } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { attachClaim, idempotently } from '../access/idempotently.js';
import { type AvailableCredential, loadCredential, lockCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import { refuseSuspended } from '../issuers/suspension.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';

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

/** An endorsement that is not stored yet, without the keys of its row. */
export type NewEndorsement = Pick<EndorsementRecord, 'id' | 'form' | 'body'> & {
  /** Null for one that was signed elsewhere. */
  readonly assessor: NewAssessor | null;
};

export interface Endorsing extends IdSource {
  readonly store: Store;
  /** `signEndorsement` */
  sign(badge: AvailableCredential, assessor: Assessor, comment: string): Promise<Result<NewEndorsement>>;
  /** `verifyEndorsement` */
  verify(badge: AvailableCredential, given: Pick<EndorseCredential, 'credential' | 'jwt'>): Promise<Result<NewEndorsement>>;
}

/**
 * Adds an endorsement to a badge: signs what a named person says, or takes one that was signed elsewhere after it was verified. The badge
 * itself is not changed. Durable before this answers.
 */
export async function endorseCredential(deps: Endorsing, { actor, input }: Request<EndorseInput>): Promise<Result<Added>> {
  const { credentialId, body, idempotencyKey: key } = input;
  const { credentials, endorsements } = deps.store;
  const badge = await loadCredential(credentials, actor, credentialId);
  if (!badge.ok) return badge;
  const answer = await idempotently<Added>(
    deps.store.idempotency,
    { actor, issuerId: badge.value.issuerId, key, request: { endorse: credentialId, body: body as unknown as JsonObject } },
    (claim) => endorse(deps, actor, badge.value, body, claim),
    async (made) => {
      const found = made.endorsementId === null ? null : await endorsements.find(made, made.endorsementId);
      if (found === null)
        return refused(
          'gone',
          'The badge that this Idempotency-Key belongs to was erased: nobody can vouch for it any more. Endorse a badge that stands.',
        );
      return done({ endorsement: found, added: false });
    },
  );
  return answer.ok ? done(answer.value.value) : answer;
}

async function endorse(
  deps: Endorsing,
  actor: Actor,
  badge: AvailableCredential,
  body: EndorseCredential,
  claim: IdempotencyClaim | null,
): Promise<Result<Added>> {
  const issuer = await deps.store.issuers.find(badge.issuerId);
  const refusal = endorsementRefusal(badge) ?? (issuer === null ? null : refuseSuspended(issuer));
  if (refusal !== null) return refusal;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = body.assessor === undefined ? await deps.verify(badge, body) : await deps.sign(badge, body.assessor, body.comment ?? '');
    if (!made.ok) return made;
    const stored = await deps.store.transaction((tx) => addEndorsement(deps, tx, { actor, badge, made: made.value }, claim));
    if (!('taken' in stored)) return stored;
  }
  throw new Error(TAKEN_EVERY_TIME);
}

/**
 * Two first endorsements of one person came at the same time: the id that was signed in one of them is not theirs. The transaction is
 * rolled back, and the next attempt finds the id that the other request stored.
 */
const ASSESSOR_TAKEN = { ok: false, taken: true } as const;
/** The second attempt fails only when the assessor is erased between its signature and its transaction. */
export const ATTEMPTS = 3;
export const TAKEN_EVERY_TIME = 'an assessor got another id in every attempt';

/** An endorsement that was signed, for the badge as it was read. */
export interface Signed {
  readonly actor: Actor;
  readonly badge: AvailableCredential;
  readonly made: NewEndorsement;
}

/** Stores a signed endorsement, with its event and its entry in the audit log, in the transaction of the caller. */
export async function addEndorsement(
  deps: IdSource,
  tx: Repositories,
  { actor, badge: { issuerId, id: credentialId }, made: { assessor, ...signed } }: Signed,
  claim: IdempotencyClaim | null = null,
): Promise<Result<Added> | typeof ASSESSOR_TAKEN> {
  const key = { issuerId, credentialId };
  const badge = await lockCredential(tx.credentials, key);
  if (!badge.ok) return badge;
  const refusal = endorsementRefusal(badge.value);
  if (refusal !== null) return refusal;
  const others = await tx.endorsements.list(key);
  const same = others.find(({ body }) => body === signed.body);
  if (same === undefined && others.length >= MOST)
    return refused(
      'conflict',
      `A badge can have ${MOST} endorsements, and this one has them. GET /v1/credentials/{credentialId}/endorsements lists them.`,
    );
  const now = deps.clock.now();
  if (assessor !== null && !(await tx.endorsements.keepAssessor(issuerId, assessor, now))) return ASSESSOR_TAKEN;
  const record = same ?? { ...key, ...signed, assessorId: assessor?.id ?? null, apiKeyId: actor.keyId, createdAt: now };
  if (same === undefined) await tx.endorsements.insert(record);
  const attached = await attachClaim(tx.idempotency, claim, { credentialId, endorsementId: record.id });
  if (!attached.ok) return attached;
  if (same === undefined) {
    await recordAct(deps, tx, actor, { action: 'endorsement.added', issuerId, objectId: record.id, details: { credentialId } });
    await appendEvent(deps, tx, 'endorsement.added', key, { endorsementId: record.id });
  }
  return done({ endorsement: record, added: same === undefined });
}

/** Why a badge takes no endorsement, or null when it does. */
export function endorsementRefusal(badge: AvailableCredential): Refused | null {
  return badge.revoked === null
    ? null
    : refused('conflict', 'This badge was withdrawn: nobody can vouch for it any more. Endorse the badge that takes its place.');
}
