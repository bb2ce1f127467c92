import { isObject, type Json, type JsonObject } from '@proofmark/primitives';
import { readProofs } from '@proofmark/proofs';
import { checkCredential, checkEnveloped, isBadgeDocument, isEnvelope, type Report, type Violation } from '@proofmark/schemas';
import { verifyCredential as verify } from '@proofmark/verifying';
import { type AskedFor, compare, readAskedFor, statusAsked } from './asked-for.js';
import { EXAMPLE_CONTEXT } from './example-context.js';
import { type Judgement, judgeReport } from './judge-report.js';
import type { VerifyDeps } from './ports.js';
import { malformed, type ProblemDetails, TYPES } from './problem-details.js';
import { checkRelatedResources } from './related-resources.js';

/** The answer of the VC-API to a question about a credential or a presentation. */
export interface Verification<R> {
  readonly verified: boolean;
  readonly problemDetails: readonly ProblemDetails[];
  /** Questions that stayed open and that nobody asked; empty as a rule. */
  readonly warnings: readonly ProblemDetails[];
  /** Everything that was found; null when the document was not looked into. */
  readonly report: R | null;
}

/** A refusal before anything was looked into. */
export function refused<R>(problemDetails: readonly ProblemDetails[]): Verification<R> {
  return { verified: false, problemDetails, warnings: [], report: null };
}

/**
 * VC-API, "Verify Credential": `verifiableCredential` as an object, an envelope or the text of a VC-JWT, and `options`.
 * A badge is judged as a badge, anything else as what VC Data Model 2.0 or 1.1 demand. Out: always an answer.
 */
export async function verifyCredential(deps: VerifyDeps, body: unknown): Promise<Verification<Report>> {
  const { verifiableCredential, options } = membersOf(body);
  const reading = readAskedFor(options);
  if (!reading.ok) return refused([reading.problem]);
  if (typeof verifiableCredential !== 'string' && !isObject(verifiableCredential)) return refused([missing('verifiableCredential')]);
  const violations = violationsOf(verifiableCredential);
  if (violations.length > 0) return refused(malformed(violations, '/verifiableCredential'));
  const credential = verifiableCredential as Json;
  const report = await verify(credential, deps.ports, { at: deps.now().getTime(), contexts: EXAMPLE_CONTEXT });
  const judged = judgeCredential(deps, credential, report, reading.asked);
  const [problems, warnings] = [judged.problems, judged.warnings].map((found) => found.map((one) => within(one, '/verifiableCredential')));
  return { verified: problems?.length === 0, problemDetails: problems ?? [], warnings: warnings ?? [], report };
}

/** What the report and the options say together. */
export function judgeCredential(deps: VerifyDeps, credential: Json, report: Report, asked: AskedFor): Judgement {
  const { problems, warnings } = judgeReport(report, deps.baseUrl, statusAsked(asked));
  if (!isObject(credential)) return { problems, warnings };
  const stated = (readProofs(credential) ?? []).flatMap((one) => (one.ok ? [one.proof] : []));
  // Of a badge one good proof is enough, so another may serve another purpose.
  const purposes = isBadgeDocument(credential) ? null : ['assertionMethod'];
  const other = stated.flatMap(({ proofPurpose: purpose, domain, challenge }) => compare(asked, { purpose, domain, challenge }, purposes));
  return { problems: [...problems, ...other, ...checkRelatedResources(credential)], warnings };
}

/** A problem of what stands at `place` in the body. */
export function within(problem: ProblemDetails, place: string): ProblemDetails {
  return { ...problem, pointer: `${place}${problem.pointer ?? ''}` };
}

/** What the document alone breaks. The slips of badges are their report's affair. */
function violationsOf(value: string | JsonObject): readonly Violation[] {
  if (typeof value === 'string' || isBadgeDocument(value)) return [];
  return isEnvelope(value) ? checkEnveloped(value) : checkCredential(value);
}

/** The members of a body; none when it is no object. */
export function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  return isObject(body) ? body : {};
}

/** The problem of a body that lacks what it is about. */
export function missing(what: string): ProblemDetails {
  return {
    type: TYPES.malformed,
    title: 'The request is not complete',
    detail: `The body has to be an object with ${what}.`,
    pointer: `/${what}`,
  };
}
