import type { FoundAssessment, PersonRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { type AvailableCredential, loadCredential, lockCredential } from '../access/load-credential.js';
import { ATTEMPTS, addEndorsement, endorsementRefusal, type NewEndorsement, TAKEN_EVERY_TIME } from '../endorsements/endorse-credential.js';
import type { ProvenAssessor } from '../endorsements/sign-endorsement.js';
import { refuseSuspended } from '../issuers/suspension.js';
import { refuseBound } from '../people/session.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';
import { type AssessmentReading, DECIDED, decisionRefusal, loadAssessment, personOf, type SeenAssessment, seenBy } from './deciding.js';

export interface AssessedEndorsing extends IdSource, Pick<AssessmentReading, 'recipients'> {
  readonly store: Store;
  /** `signEndorsement` */
  sign(badge: AvailableCredential, assessor: ProvenAssessor, comment: string): Promise<Result<NewEndorsement>>;
}

export interface EndorseAssessedInput {
  readonly assessmentId: string;
  readonly comment: string;
}

/**
 * Endorses a badge that waits, in the name of the person who has signed in. The endorsement says at which domain the address is that they proved to this service:
 * nobody else gets one that says so. Of two who decide at once, one wins.
 */
export async function endorseAssessed(
  deps: AssessedEndorsing,
  { actor, input: { assessmentId, comment } }: Request<EndorseAssessedInput>,
): Promise<Result<SeenAssessment>> {
  const loaded = await loadAssessment(deps, actor, assessmentId);
  if (!loaded.ok) return loaded;
  const assessment = loaded.value;
  const person = await personOf(deps, actor);
  const refusal = refuseBound(actor) ?? decisionRefusal(deps, person, assessment) ?? unprovenRefusal(person);
  if (refusal !== null) return refusal;
  const assessor = provenAssessor(person as PersonRecord);
  const badge = await loadCredential(deps.store.credentials, actor, assessment.credentialId);
  if (!badge.ok) return badge;
  const issuer = await deps.store.issuers.find(assessment.issuerId);
  const suspended = issuer === null ? null : refuseSuspended(issuer);
  if (suspended !== null) return suspended;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = await deps.sign(badge.value, assessor, comment);
    if (!made.ok) return made;
    const stored = await deps.store.transaction(async (tx) => {
      const { issuerId, credentialId, id } = assessment;
      const locked = await lockCredential(tx.credentials, { issuerId, credentialId });
      if (!locked.ok) return locked;
      const withdrawn = endorsementRefusal(locked.value);
      if (withdrawn !== null) return withdrawn;
      const decision = { decidedBy: assessor.personId, decidedAt: deps.clock.now(), endorsementId: made.value.id };
      if (!(await tx.assessments.decide({ issuerId, id }, { state: 'endorsed', ...decision }))) return refused('conflict', DECIDED);
      return addEndorsement(deps, tx, { actor, badge: badge.value, made: made.value });
    });
    if ('taken' in stored) continue;
    return stored.ok ? seenAgain(deps, person, assessment) : stored;
  }
  throw new Error(TAKEN_EVERY_TIME);
}

/** The assessment as it is now. */
export async function seenAgain(
  deps: AssessmentReading,
  person: PersonRecord | null,
  { id }: Pick<FoundAssessment, 'id'>,
): Promise<Result<SeenAssessment>> {
  const found = await deps.store.assessments.find(id);
  return found === null ? notFound('assessment') : done(seenBy(deps, person, found));
}

/** A first owner has typed in an address that they have not proved yet. */
function unprovenRefusal(person: PersonRecord | null): Refused | null {
  return person === null || person.emailVerified
    ? null
    : refused('forbidden', 'You have not proved your address yet: sign in by a link that is sent to it, and endorse then.');
}

function provenAssessor({ id, name, email }: PersonRecord): ProvenAssessor {
  return { personId: id, name, provenEmail: email };
}
