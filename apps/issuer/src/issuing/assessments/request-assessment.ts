import type { Request } from '../access/actor.js';
import { loadCredential, lockCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { endorsementRefusal } from '../endorsements/endorse-credential.js';
import { newPublicId } from '../identifiers.js';
import { refuseSuspended } from '../issuers/suspension.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { type AssessmentReading, personOf, type SeenAssessment, seenBy } from './deciding.js';

export interface AssessmentAsking extends IdSource, Pick<AssessmentReading, 'recipients'> {
  readonly store: Store;
}

export interface AskInput {
  readonly credentialId: string;
  /** For the assessors; the learner finds it in the export of their data. */
  readonly note: string | null;
}

/** Asks for an assessment of one badge, also where an earlier one was decided. One waits at a time. */
export async function requestAssessment(
  deps: AssessmentAsking,
  { actor, input: { credentialId, note } }: Request<AskInput>,
): Promise<Result<SeenAssessment>> {
  const loaded = await loadCredential(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const { issuerId } = loaded.value;
  const issuer = await deps.store.issuers.find(issuerId);
  if (issuer === null) throw new Error('a badge has no issuer');
  const suspended = refuseSuspended(issuer);
  if (suspended !== null) return suspended;
  const id = newPublicId(deps, issuer);
  const asked = await deps.store.transaction(async (tx): Promise<Result<null>> => {
    const badge = await lockCredential(tx.credentials, { issuerId, credentialId });
    if (!badge.ok) return badge;
    const refusal = endorsementRefusal(badge.value);
    if (refusal !== null) return refusal;
    const record = { issuerId, id, credentialId, state: 'waiting', byHand: true, askedBy: actor.keyId, note } as const;
    const undecided = { decidedBy: null, decidedAt: null, reason: null, endorsementId: null };
    if (!(await tx.assessments.insert({ ...record, ...undecided, createdAt: deps.clock.now() })))
      return refused('conflict', 'This badge waits for an assessor already. GET /v1/assessments lists what waits.');
    await recordAct(deps, tx, actor, { action: 'assessment.requested', issuerId, objectId: id, details: { credentialId } });
    return done(null);
  });
  if (!asked.ok) return asked;
  const found = await deps.store.assessments.find(id);
  return found === null ? notFound('assessment') : done(seenBy(deps, await personOf(deps, actor), found));
}
