import type { FoundAssessment, PersonRecord } from '../../store/index.js';
import { type Actor, mayActFor } from '../access/actor.js';
import type { Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';

export interface AssessmentReading {
  readonly store: Pick<Store, 'assessments' | 'people'>;
  readonly recipients: Pick<RecipientHashes, 'lookups'>;
}

/** An assessment, as whoever asks sees it. */
export interface SeenAssessment {
  readonly id: string;
  readonly found: FoundAssessment;
  /** Whether whoever asks may decide it now. */
  readonly decidable: boolean;
}

/** The assessment that an address names; `not-found` for one that does not exist or that the actor may not act for. */
export async function loadAssessment(
  { store }: { readonly store: Pick<Store, 'assessments'> },
  actor: Actor,
  id: string,
): Promise<Result<FoundAssessment>> {
  const found = await store.assessments.find(id);
  return found === null || !mayActFor(actor, found.issuerId) ? notFound('assessment') : done(found);
}

/** Who asks, if it is a person. Only people decide. */
export async function personOf({ store }: { readonly store: Pick<Store, 'people'> }, actor: Actor): Promise<PersonRecord | null> {
  return actor.person === undefined ? null : store.people.find(actor.keyId);
}

export function seenBy(deps: Pick<AssessmentReading, 'recipients'>, person: PersonRecord | null, found: FoundAssessment): SeenAssessment {
  return { id: found.id, found, decidable: decisionRefusal(deps, person, found) === null };
}

/**
 * Why somebody may not decide an assessment; null when they may. It is a second pair of eyes: nobody decides on what they issued or asked for, also by an API
 * key that they made, and nobody on a badge of their own.
 */
export function decisionRefusal(
  { recipients }: Pick<AssessmentReading, 'recipients'>,
  person: PersonRecord | null,
  { state, involved, issuerId, credential }: FoundAssessment,
): Refused | null {
  if (person === null) return refused('forbidden', 'Only a person who has signed in decides this. Sign in at /console.');
  if (involved.includes(person.id))
    return refused('forbidden', 'You issued this badge yourself, or asked for its assessment: somebody else has to look at it.');
  if (isOf(credential.recipientLookup, recipients.lookups(issuerId, person.email)))
    return refused('forbidden', 'This badge is your own: somebody else has to look at it.');
  if (state !== 'waiting') return refused('conflict', DECIDED);
  return credential.revoked === null
    ? null
    : refused('conflict', 'This badge was withdrawn: nothing is to be decided of it any more. Look at the badge that takes its place.');
}

export const DECIDED = 'Somebody has decided this before. GET /v1/assessments/{assessmentId} says who, and what.';

function isOf(lookup: Uint8Array | null, own: readonly Uint8Array[]): boolean {
  return lookup !== null && own.some((one) => Buffer.compare(one, lookup) === 0);
}
