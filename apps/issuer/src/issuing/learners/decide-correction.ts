import type { LearnerRequestRecord } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { mayActFor } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { CorrectInput } from '../credentials/correct-credential.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { type Correction, openCorrection } from './correction.js';

export interface CorrectionDeciding extends IdSource {
  readonly store: Store;
  readonly sealer: Sealer;
  /** Issues the right badge, and withdraws the wrong one. */
  correct(request: Request<CorrectInput>): Promise<Result<unknown>>;
}

export interface Decision {
  readonly correctionId: string;
  readonly accept: boolean;
}

/**
 * Agrees to what a learner wants corrected, or does not. Agreed to, the badge is corrected as by `correctCredential`, once: the request that comes again after a
 * crash finds the badge. The same decision again changes nothing; another one is refused.
 */
export async function decideCorrection(deps: CorrectionDeciding, { actor, input }: Request<Decision>): Promise<Result<Correction>> {
  const found = await load(deps, actor, input.correctionId);
  if (!found.ok) return found;
  const { proposal, request } = found.value;
  const wanted = input.accept ? 'accepted' : 'refused';
  if (request.state === wanted) return done(found.value);
  const refusal = request.state === 'waiting' ? null : refused('conflict', whyNot(request));
  if (refusal !== null) return refusal;
  if (input.accept) {
    if (proposal === null)
      return refused('conflict', 'What the learner proposed was sealed under another keyring: ask them to propose it anew.');
    const recipient = { name: proposal.name ?? undefined, email: proposal.email ?? undefined };
    const correcting = { credentialId: request.credentialId, body: { recipient }, idempotencyKey: `correction-${request.id}` };
    const corrected = await deps.correct({ actor, input: correcting });
    if (!corrected.ok) return corrected;
  }
  return deps.store.transaction(async (tx): Promise<Result<Correction>> => {
    const locked = await tx.learnerRequests.lock(request);
    if (locked === null) return notFound('correction');
    if (locked.state !== 'waiting')
      return locked.state === wanted ? done({ id: locked.id, request: locked, proposal: null }) : refused('conflict', whyNot(locked));
    const at = deps.clock.now();
    await tx.learnerRequests.decide(locked, wanted, at);
    const act = { action: 'correction.decided', issuerId: locked.issuerId, objectId: locked.id } as const;
    await recordAct(deps, tx, actor, { ...act, details: { credentialId: locked.credentialId, accepted: input.accept } });
    return done({ id: locked.id, request: { ...locked, state: wanted, proposal: null, decidedAt: at }, proposal: null });
  });
}

async function load({ store, sealer }: CorrectionDeciding, actor: Actor, id: string): Promise<Result<Correction>> {
  const request = await store.learnerRequests.findCorrection(id);
  return request === null || !mayActFor(actor, request.issuerId) ? notFound('correction') : done(openCorrection(sealer, request));
}

function whyNot({ state }: LearnerRequestRecord): string {
  if (state === 'open') return 'The learner has not proven the new address yet: wait until the correction is listed as `waiting`.';
  return state === 'ended'
    ? 'The learner has asked for another correction of this badge: decide that one.'
    : `This correction was ${state} before.`;
}
