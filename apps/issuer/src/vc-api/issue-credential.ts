import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { nodeSigner } from '@proofmark/platform/node';
import type { ProofOutcome } from '@proofmark/proofs';
import { type SdFault, signSd } from '@proofmark/proofs/sd';
import { signWithSuite } from '@proofmark/proofs/sign';
import { checkCredential, checkSchema, dataModelOf, documentClassOf, formatInstant, type Json, type JsonObject } from '@proofmark/schemas';
import { isBadge } from '@proofmark/verifying';
import type { Instance } from './instance.js';
import type { VcApiDeps } from './open.js';
import { malformed, type ProblemDetails, TYPES } from './problem-details.js';
import { checkRelatedResources } from './related-resources.js';
import { isNode, membersOf, missing } from './verify-credential.js';

/** A credential that was made, or the reasons why there is none. */
export type Made =
  | { readonly ok: true; readonly verifiableCredential: JsonObject }
  | { readonly ok: false; readonly problemDetails: readonly ProblemDetails[] };

/**
 * VC-API, "Issue Credential": adds the instance's proof to `credential`, of VC Data Model 2.0 or 1.1. The issuer is always the instance itself,
 * whatever identifier the request names; other members of an issuer object are kept. Proofs that are there already make a set with the new one.
 */
export async function issueCredential(deps: VcApiDeps, instance: Instance, body: unknown): Promise<Made> {
  const { credential, options } = membersOf(body);
  if (!isNode(credential)) return no([missing('credential')]);
  const pointers = membersOf(options).mandatoryPointers ?? instance.mandatoryPointers;
  if (!Array.isArray(pointers) || !pointers.every((one) => typeof one === 'string')) return no([badPointers('/options/mandatoryPointers')]);
  const now = deps.now();
  const given = completed(credential, instance, now);
  const violations = checkCredential(given);
  if (violations.length > 0) return no(malformed(violations, '/credential'));
  const named = { ...given, issuer: isNode(given.issuer) ? { ...given.issuer, id: instance.did } : instance.did };
  const badgeFaults = isBadge(named) ? checkSchema(named, documentClassOf(named) ?? 'AchievementCredential', 'issue').violations : [];
  if (badgeFaults.length > 0) return no(malformed(badgeFaults, '/credential'));
  const changed = await checkRelatedResources(named, deps);
  if (changed.length > 0) return no(changed);
  const whole = withStatus(named, instance);
  return whole.ok ? sign(deps, instance, whole.credential, pointers as readonly string[], now) : no([whole.problem]);
}

/** What the issuer itself knows, where the request leaves it open. */
function completed(credential: JsonObject, { did }: Instance, now: Date): JsonObject {
  const dated =
    dataModelOf(credential) === '1.1' && credential.issuanceDate === undefined ? { issuanceDate: formatInstant(now.getTime()) } : {};
  return { ...credential, ...dated, issuer: credential.issuer === undefined ? did : credential.issuer };
}

type WithStatus = { readonly ok: true; readonly credential: JsonObject } | { readonly ok: false; readonly problem: ProblemDetails };

function withStatus(credential: JsonObject, { statusList }: Instance): WithStatus {
  if (statusList === null) return { ok: true, credential };
  if (dataModelOf(credential) === '1.1') {
    return { ok: false, problem: generation('This instance attaches the status of VC 2.0, which VC 1.1 has no words for.') };
  }
  const entry = statusList.attach(typeof credential.id === 'string' ? credential.id : null);
  if (entry === null) return { ok: false, problem: generation('The status list of this instance is full.') };
  const before = credential.credentialStatus;
  const entries = before === undefined ? entry : [...(Array.isArray(before) ? (before as readonly Json[]) : [before]), entry];
  return { ok: true, credential: { ...credential, credentialStatus: entries } };
}

async function sign(
  deps: VcApiDeps,
  instance: Instance,
  document: JsonObject,
  mandatoryPointers: readonly string[],
  now: Date,
): Promise<Made> {
  const { cryptosuite, verificationMethod, signer } = instance;
  const { contexts, ports } = deps;
  const common = { verificationMethod, created: formatInstant(now.getTime()), signer, crypto: ports.crypto, contexts };
  if (cryptosuite === 'ecdsa-sd-2023') {
    const ephemeral = ephemeralKey();
    const answer = await signSd({ ...common, credential: document, mandatoryPointers, hmacKey: deps.random(32), ephemeral });
    return answer.ok ? { ok: true, verifiableCredential: answer.credential } : no([sdProblem(answer)]);
  }
  const answer = await signWithSuite({ ...common, document, cryptosuite });
  return answer.ok ? { ok: true, verifiableCredential: answer.document } : no([lossProblem(answer.reason)]);
}

/** A key for one proof, forgotten with it. */
function ephemeralKey(): Parameters<typeof signSd>[0]['ephemeral'] {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty = '', crv = '', x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { publicKey: { algorithm: 'ES256', jwk: { kty, crv, x, y } }, signer: nodeSigner(privateKey) };
}

function no(problemDetails: readonly ProblemDetails[]): Made {
  return { ok: false, problemDetails };
}

function generation(detail: string): ProblemDetails {
  return { type: TYPES.generation, title: 'The credential cannot be secured', detail };
}

function badPointers(pointer: string): ProblemDetails {
  return { type: TYPES.malformed, title: 'An option is not valid', detail: `${pointer}: expected a list of JSON pointers.`, pointer };
}

/** Why a document was not signed. The word that would be lost is the caller's own. */
function lossProblem(reason: ProofOutcome): ProblemDetails {
  if (reason.outcome === 'data-loss') {
    const word = reason.term === null ? 'A word' : `The word "${reason.term.slice(0, 100)}"`;
    return { type: TYPES.dataLoss, title: 'A part would not be signed', detail: `${word} is defined by no context of the credential.` };
  }
  if (reason.outcome === 'unsupported-vocabulary') {
    const detail = `The context ${reason.url?.slice(0, 200) ?? ''} is not at hand here.`;
    return { type: TYPES.malformed, title: 'A context is not known', detail };
  }
  return {
    type: TYPES.malformed,
    title: 'This is no JSON-LD that can be signed',
    detail: `The document could not be processed: ${reason.outcome}.`,
  };
}

/** Why no parts of a document can be signed or shown. */
export function sdProblem(fault: SdFault): ProblemDetails {
  if (fault.code === 'unknown-pointer')
    return generation(`Nothing stands at the pointer ${fault.pointer?.slice(0, 200) ?? ''}, or it cannot be shown alone.`);
  if (fault.code === 'indistinct-nodes') return generation('Some nodes without an id cannot be told apart.');
  return lossProblem(fault.reason === 'data-loss' ? { outcome: 'data-loss', term: null } : { outcome: 'malformed-document' });
}
