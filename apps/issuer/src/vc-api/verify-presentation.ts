import { isObject, type Json, parseDateTimeZ } from '@proofmark/primitives';
import { checkCredential, checkEnveloped, checkPresentation, isBadgeDocument, isEnvelope } from '@proofmark/schemas';
import {
  openPresentation,
  type PresentationProof,
  type PresentationReport,
  type PresentedCredential,
  verifyPresentation as verify,
} from '@proofmark/verifying';
import { type AskedFor, compare, readAskedFor } from './asked-for.js';
import { EXAMPLE_CONTEXT } from './example-context.js';
import { typeOfSignature } from './judge-report.js';
import type { VerifyDeps } from './ports.js';
import { malformed, notVerified, type ProblemDetails, TYPES } from './problem-details.js';
import { judgeCredential, membersOf, missing, refused, type Verification, within } from './verify-credential.js';

/** What the holder's proof is made for: to show to be present, or (as some do) to assert. */
const PURPOSES = ['authentication', 'assertionMethod'];

/**
 * VC-API, "Verify Presentation": `verifiablePresentation` and `options` with `domain` and `challenge`. Every proof of the presentation has to
 * hold and to be made for what is asked for, and every credential in it to verify. Out: always an answer.
 */
export async function verifyPresentation(deps: VerifyDeps, body: unknown): Promise<Verification<PresentationReport>> {
  const { verifiablePresentation, options } = membersOf(body);
  const reading = readAskedFor(options);
  if (!reading.ok) return refused([reading.problem]);
  if (!isObject(verifiablePresentation)) return refused([missing('verifiablePresentation')]);
  const faults = isEnvelope(verifiablePresentation) ? checkEnveloped(verifiablePresentation) : [];
  if (faults.length > 0) return refused(malformed(faults, '/verifiablePresentation'));
  const presentation = openPresentation(verifiablePresentation)?.json;
  if (presentation === undefined) return refused([unread(deps.baseUrl)]);
  const violations = checkPresentation(presentation).filter(({ pointer }) => !isOfBadge(presentation, pointer));
  if (violations.length > 0) return refused(malformed(violations, '/verifiablePresentation'));
  const report = await verify(verifiablePresentation, deps.ports, { at: deps.now().getTime(), contexts: EXAMPLE_CONTEXT });
  if (report === null) return refused([tooLarge()]);
  const { asked } = reading;
  const problems = [...report.proofs.flatMap((proof) => proofProblems(proof, report.holder, asked, deps))];
  if (report.proofs.length === 0) problems.push(unsigned());
  const warnings: ProblemDetails[] = [];
  const proved = problems.length === 0;
  for (const [index, presented] of report.credentials.entries()) {
    const inner = itemOf(presentation.verifiableCredential, index);
    if (proved && isSelfAsserted(presented, report) && checkCredential(inner).length === 0) continue;
    const judged = judgeCredential(deps, inner, presented.report, { ...asked, domain: null, challenge: null, purpose: null });
    problems.push(...judged.problems.map((problem) => within(problem, placeOf(index))));
    warnings.push(...judged.warnings.map((problem) => within(problem, placeOf(index))));
  }
  return { verified: problems.length === 0, problemDetails: problems, warnings, report };
}

function itemOf(value: Json | undefined, index: number): Json {
  return (Array.isArray(value) ? (value as readonly Json[])[index] : value) ?? null;
}

/** The slips of badges are their report's affair. */
function isOfBadge(presentation: Readonly<Record<string, unknown>>, pointer: string): boolean {
  const [, term, index = '0'] = pointer.split('/');
  const item = itemOf(presentation.verifiableCredential as Json | undefined, Number(index));
  return term === 'verifiableCredential' && isObject(item) && isBadgeDocument(item);
}

/**
 * VC Data Model 2.0, 4.13.4: a credential that only the presentation's proof secures is the holder's own word, so the holder has to be named,
 * to be its issuer, and to be the one who signed.
 */
function isSelfAsserted({ secured, issuer }: PresentedCredential, { holder, proofs }: PresentationReport): boolean {
  return !secured && holder !== null && issuer === holder && proofs.every(({ controller }) => controller === holder);
}

function proofProblems(proof: PresentationProof, holder: string | null, asked: AskedFor, deps: VerifyDeps): readonly ProblemDetails[] {
  const problems: ProblemDetails[] = [];
  const { signature, keyAuthorised, expires, notBefore, controller } = proof;
  if (signature.outcome !== 'passed') {
    const certain = signature.outcome === 'failed';
    const detail = certain
      ? 'The signature over the presentation does not hold.'
      : 'The signature over the presentation could not be checked.';
    problems.push({ type: typeOfSignature(signature), title: 'The proof does not hold', detail });
  }
  if (signature.outcome === 'passed' && keyAuthorised.outcome !== 'passed') {
    const detail = 'The key of the proof was not found to be one that its controller uses for this.';
    problems.push({ type: TYPES.cryptography, title: 'The key may not be used', detail });
  }
  if (holder !== null && controller !== null && controller !== holder) {
    const detail = 'The presentation names a holder, and somebody else signed it.';
    problems.push({ type: TYPES.cryptography, title: 'The holder did not sign', detail });
  }
  if (expires !== null && !(deps.now().getTime() < (parseDateTimeZ(expires) ?? 0))) {
    problems.push({ type: TYPES.range, title: 'The proof has ended', detail: `The proof counted until ${expires || UNREADABLE}.` });
  }
  if (notBefore !== null && !(deps.now().getTime() >= (parseDateTimeZ(notBefore) ?? Number.POSITIVE_INFINITY))) {
    problems.push({
      type: TYPES.range,
      title: 'The proof does not count yet',
      detail: `The proof counts from ${notBefore || UNREADABLE}.`,
    });
  }
  return [...problems, ...compare(asked, proof, PURPOSES)].map((problem) => within(problem, '/verifiablePresentation'));
}

/** An end or a beginning that cannot be read counts as over, or as not begun. */
const UNREADABLE = 'a date that cannot be read';

const placeOf = (index: number): string => `/verifiablePresentation/verifiableCredential/${index}`;

function unsigned(): ProblemDetails {
  return {
    type: TYPES.cryptography,
    title: 'There is no proof',
    detail: 'The presentation has no proof, so it shows nothing about who presents it.',
    pointer: '/verifiablePresentation',
  };
}

function unread(baseUrl: string): ProblemDetails {
  const detail = 'The envelope holds no presentation that is read here: a JWT whose type, if it has one, is vp+jwt or JWT.';
  return { type: notVerified(baseUrl), title: 'This form is not read', detail, pointer: '/verifiablePresentation/id' };
}

function tooLarge(): ProblemDetails {
  const detail = 'The presentation is larger, or holds more credentials, than is looked at.';
  return { type: TYPES.range, title: 'The presentation is too large', detail, pointer: '/verifiablePresentation' };
}
