import { doctorTexts } from '@proofmark/messages/terminal';
import type { DidDocument, VerificationMethod } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import { type Finding, note, ok, problem } from './finding.js';

const texts = doctorTexts.keys;
const NAMES = { Ed25519: 'Ed25519', ES256: 'P-256', ES384: 'P-384', RS256: 'RSA' } as const;

/** Whether the document's keys can be used by verifiers as they are: each key, and the form of the lists (Controlled Identifiers 1.0, 2.2). */
export function checkKeys(document: DidDocument, json: JsonObject): readonly Finding[] {
  const keys = eachOnce(document.methods).map((method) => checkKey(method, document, formOf(json, method)));
  const usable = document.methods.some(({ id, key }) => key.ok && document.assertionMethod.includes(id));
  const none = usable ? [] : [problem('no-key', texts.none.text, texts.none.remedy)];
  return [...keys, ...none, ...checkForm(json)];
}

/** A key may stand a second time under the same id, in a form for older verifiers. */
export function eachOnce(methods: readonly VerificationMethod[]): readonly VerificationMethod[] {
  return [...new Map(methods.map((method) => [method.id, method])).values()];
}

function checkKey(method: VerificationMethod, document: DidDocument, form: 'multikey' | 'jwk'): Finding {
  const { id, key: read, controller } = method;
  const key = id.slice(id.indexOf('#'));
  if (!read.ok) {
    if (read.code === 'private-key') return problem('key-private', texts.private.text({ key }), texts.private.remedy);
    return read.code === 'unsupported-key-type'
      ? note('key-unsupported', texts.unsupported({ key }), texts.unusable.remedy)
      : problem('key-unusable', texts.unusable.text({ key, code: read.code }), texts.unusable.remedy);
  }
  const kind = NAMES[read.key.algorithm];
  if (controller !== null && controller !== document.id) {
    return problem('key-controller', texts.controller.text({ key, kind, controller }), texts.controller.remedy({ id: document.id }));
  }
  const { revoked, expires } = method;
  if (revoked !== null) return note('key-ends', texts.revoked({ key, kind, at: revoked }), texts.ends);
  if (!document.assertionMethod.includes(id)) {
    return note('key-not-for-badges', texts['not-for-badges'].text({ key, kind }), texts['not-for-badges'].remedy);
  }
  if (expires !== null) return note('key-ends', texts.expires({ key, kind, at: expires }), texts.ends);
  if (kind === 'Ed25519' && form === 'jwk') return note('key-form', texts.form.text({ key, kind }), texts.form.remedy);
  return ok('key', texts.ok({ key, kind }));
}

function formOf(json: JsonObject, method: VerificationMethod): 'multikey' | 'jwk' {
  const forms = objects(json.verificationMethod).filter(({ id }) => typeof id === 'string' && method.id.endsWith(id));
  return forms.every(({ publicKeyJwk }) => publicKeyJwk !== undefined) ? 'jwk' : 'multikey';
}

/** The official validator reads keys only from `verificationMethod`, and finds them only by absolute ids. */
function checkForm(json: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  if (items(json.assertionMethod).some((entry) => typeof entry === 'object')) {
    findings.push(problem('assertion-method', texts.inside.text, texts.inside.remedy));
  }
  const lists = [objects(json.verificationMethod).map(({ id }) => id), items(json.assertionMethod)];
  const onlyRelative = (ids: readonly unknown[]): boolean => {
    const listed = new Set(ids);
    return ids.some((id) => typeof id === 'string' && id.startsWith('#') && !listed.has(`${json.id}${id}`));
  };
  if (lists.some(onlyRelative)) {
    findings.push(problem('relative-ids', texts.relative.text, texts.relative.remedy));
  }
  return findings;
}

function items(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return items(value).filter((item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item));
}
