import type { Request } from '../access/actor.js';
import { lockCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type AssessmentReading, DECIDED, decisionRefusal, loadAssessment, personOf, type SeenAssessment } from './deciding.js';
import { seenAgain } from './endorse-assessed.js';

export interface SendingBack extends IdSource, Pick<AssessmentReading, 'recipients'> {
  readonly store: Store;
}

export interface SendBackInput {
  readonly assessmentId: string;
  /** For the people of the issuer; the learner finds it in the export of their data. */
  readonly reason: string;
}

/** Says that an assessor does not vouch for a badge, and why. The badge stands as it did. Of two who decide at once, one wins. */
export async function sendBack(
  deps: SendingBack,
  { actor, input: { assessmentId, reason } }: Request<SendBackInput>,
): Promise<Result<SeenAssessment>> {
  const loaded = await loadAssessment(deps, actor, assessmentId);
  if (!loaded.ok) return loaded;
  const person = await personOf(deps, actor);
  const refusal = decisionRefusal(deps, person, loaded.value);
  if (refusal !== null) return refusal;
  const { issuerId, credentialId, id } = loaded.value;
  const decided = await deps.store.transaction(async (tx): Promise<Result<null>> => {
    const badge = await lockCredential(tx.credentials, { issuerId, credentialId });
    if (!badge.ok) return badge;
    const decision = { state: 'sent-back', decidedBy: actor.keyId, decidedAt: deps.clock.now(), reason } as const;
    if (!(await tx.assessments.decide({ issuerId, id }, decision))) return refused('conflict', DECIDED);
    await recordAct(deps, tx, actor, { action: 'assessment.sent-back', issuerId, objectId: id, details: { credentialId } });
    await appendEvent(deps, tx, 'assessment.sent-back', { issuerId, credentialId }, { assessmentId: id });
    return done(null);
  });
  return decided.ok ? seenAgain(deps, person, loaded.value) : decided;
}
