import { checkRelatedResources, EXAMPLE_CONTEXT, malformed, type ProblemDetails, TYPES } from '@proofmark/issuer/vc-api';
import { nodeCrypto } from '@proofmark/platform/node';
import { formatInstant, isObject, type Json, type JsonObject, listOf } from '@proofmark/primitives';
import { signWithSuite } from '@proofmark/proofs/sign';
import { checkCredential, checkSchema, dataModelOf, documentClassOf, isBadgeDocument } from '@proofmark/schemas';
import { enveloped } from './enveloped.js';
import type { Instance } from './instance.js';
import { notSafe } from './not-safe.js';
import { badPointers, generation, type Made, membersOf, missing, pointersOf, refused } from './request.js';
import { signSd } from './selective-disclosure.js';

const crypto = nodeCrypto();

/**
 * VC-API, "Issue Credential": adds the instance's proof to `credential`, of VC Data Model 2.0 or 1.1. Proofs that are there already make a
 * set with the new one. The issuer of the credential has to be the instance itself.
 *
 * @param now milliseconds since the epoch
 */
export async function issueCredential(instance: Instance, body: unknown, now: number): Promise<Made> {
  const { credential, options } = membersOf(body);
  if (!isObject(credential)) return refused(missing('credential'));
  const pointers = pointersOf(membersOf(options).mandatoryPointers ?? instance.mandatoryPointers);
  if (pointers === null) return refused(badPointers('/options/mandatoryPointers'));
  const given = dated(credential, now);
  const violations = checkCredential(given);
  if (violations.length > 0) return refused(...malformed(violations, '/credential'));
  if (issuerOf(given) !== instance.did) return refused(foreignIssuer());
  const badgeFaults = isBadgeDocument(given)
    ? checkSchema(given, documentClassOf(given) ?? 'AchievementCredential', 'issue').violations
    : [];
  if (badgeFaults.length > 0) return refused(...malformed(badgeFaults, '/credential'));
  const changed = checkRelatedResources(given);
  if (changed.length > 0) return refused(...changed.map((problem) => ({ ...problem, pointer: `/credential${problem.pointer ?? ''}` })));
  const whole = withStatus(given, instance);
  return whole.ok ? sign(instance, whole.credential, pointers, now) : refused(whole.problem);
}

/** VC 1.1 demands a date of issue, which the issuer knows when the request leaves it open. */
function dated(credential: JsonObject, now: number): JsonObject {
  const lacks = dataModelOf(credential) === '1.1' && credential.issuanceDate === undefined;
  return lacks ? { ...credential, issuanceDate: formatInstant(now) } : credential;
}

function issuerOf({ issuer }: JsonObject): Json | undefined {
  return isObject(issuer) ? issuer.id : issuer;
}

/** An instance signs as itself and as nobody else (VC Data Model 2.0, 4.7; Controlled Identifiers 1.0, 3.3). */
function foreignIssuer(): ProblemDetails {
  const pointer = '/credential/issuer';
  return { type: TYPES.malformed, title: 'The issuer is another one', detail: `${pointer}: expected the DID of this issuer.`, pointer };
}

type WithStatus = { readonly ok: true; readonly credential: JsonObject } | { readonly ok: false; readonly problem: ProblemDetails };

function withStatus(credential: JsonObject, { statusList }: Instance): WithStatus {
  if (statusList === null) return { ok: true, credential };
  if (dataModelOf(credential) === '1.1') {
    return { ok: false, problem: generation('This instance attaches the status of VC 2.0, which VC 1.1 has no words for.') };
  }
  const entry = statusList.attach(typeof credential.id === 'string' ? credential.id : null);
  if (entry === null) return { ok: false, problem: generation('The status list of this instance is full.') };
  const before = listOf(credential.credentialStatus);
  return { ok: true, credential: { ...credential, credentialStatus: before.length === 0 ? entry : [...before, entry] } };
}

async function sign(instance: Instance, document: JsonObject, pointers: readonly string[], now: number): Promise<Made> {
  const { cryptosuite, verificationMethod, signer } = instance;
  const created = formatInstant(now);
  if (instance.enveloping) return { ok: true, verifiableCredential: await enveloped(instance, document) };
  if (cryptosuite === 'ecdsa-sd-2023') return signSd(instance, document, pointers, created);
  const answer = await signWithSuite({ verificationMethod, created, signer, crypto, contexts: EXAMPLE_CONTEXT, document, cryptosuite });
  if (answer.ok) return { ok: true, verifiableCredential: answer.document };
  const { outcome: code, ...about } = answer.reason;
  return refused(notSafe({ code, ...about }));
}
