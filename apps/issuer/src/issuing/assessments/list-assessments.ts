import type { AssessmentState } from '@proofmark/schemas/api';
import type { OrderedPage } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import { done, type Result } from '../result.js';
import { type AssessmentReading, loadAssessment, personOf, type SeenAssessment, seenBy } from './deciding.js';

export interface ListAssessmentsInput {
  /** Who has not exactly one issuer names it. */
  readonly issuerId: string | null;
  /** The badge whose they are; null for those of all. */
  readonly credentialId: string | null;
  /** Null for every state. */
  readonly state: AssessmentState | null;
  readonly page: OrderedPage;
}

/** What waits for a second pair of eyes at an issuer, or what was decided. */
export async function listAssessments(
  deps: AssessmentReading,
  { actor, input }: Request<ListAssessmentsInput>,
): Promise<Result<readonly SeenAssessment[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const found = await deps.store.assessments.list(issuer.value, input, input.page);
  const person = await personOf(deps, actor);
  return done(found.map((one) => seenBy(deps, person, one)));
}

export async function getAssessment(deps: AssessmentReading, { actor, input: id }: Request<string>): Promise<Result<SeenAssessment>> {
  const found = await loadAssessment(deps, actor, id);
  return found.ok ? done(seenBy(deps, await personOf(deps, actor), found.value)) : found;
}
