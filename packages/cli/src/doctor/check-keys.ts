import type { DidDocument, VerificationMethod } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import { type Finding, note, ok, problem } from './finding.js';

const NAMES = { Ed25519: 'Ed25519', ES256: 'P-256', ES384: 'P-384', RS256: 'RSA' } as const;

/** Whether the document's keys can be used by verifiers as they are: each key, and the form of the lists (Controlled Identifiers 1.0, 2.2). */
export function checkKeys(document: DidDocument, json: JsonObject): readonly Finding[] {
  const keys = document.methods.map((method) => checkKey(method, document, formOf(json, method)));
  const usable = document.methods.some(({ id, key }) => key.ok && document.assertionMethod.includes(id));
  const none = problem(
    'no-key',
    'The document has no key that may sign badges.',
    'Publish an Ed25519 key as Multikey and a P-256 key as JsonWebKey, and list both under assertionMethod.',
  );
  return [...keys, ...(usable ? [] : [none]), ...checkForm(json)];
}

function checkKey(method: VerificationMethod, document: DidDocument, form: 'multikey' | 'jwk'): Finding {
  const { id, key, controller } = method;
  const name = `Key ${id.slice(id.indexOf('#'))}`;
  if (!key.ok) {
    if (key.code === 'private-key') {
      const remedy = 'Remove it at once, mark the key as revoked, and make a new one: whoever read the document can sign in your name.';
      return problem('key-private', `${name} is published with its private part.`, remedy);
    }
    const remedy = 'Publish it as Multikey (Ed25519, P-256, P-384) or JsonWebKey (those, or RSA of 2048 bits and more).';
    return key.code === 'unsupported-key-type'
      ? note('key-unsupported', `${name} is of a kind that verifiers of badges need not know.`, remedy)
      : problem('key-unusable', `${name} cannot be used (${key.code}).`, remedy);
  }
  const kind = NAMES[key.key.algorithm];
  if (controller !== null && controller !== document.id) {
    return problem('key-controller', `${name} (${kind}) says that ${controller} controls it.`, `Set its "controller" to ${document.id}.`);
  }
  if (!document.assertionMethod.includes(id)) {
    return note(
      'key-not-for-badges',
      `${name} (${kind}) is not listed under assertionMethod.`,
      'List it there if badges are signed with it.',
    );
  }
  if (method.revoked !== null || method.expires !== null) {
    const end = method.revoked === null ? `expires on ${method.expires}` : `was revoked on ${method.revoked}`;
    return note(
      'key-ends',
      `${name} (${kind}) ${end}.`,
      'Some verifiers refuse every badge that it signed. Leave a key that was merely replaced unmarked.',
    );
  }
  if (kind === 'Ed25519' && form === 'jwk') {
    return note('key-form', `${name} (${kind}) is published as a JWK.`, 'Verifiers of embedded proofs look for a Multikey.');
  }
  return ok('key', `${name}: ${kind}, may sign badges.`);
}

function formOf(json: JsonObject, method: VerificationMethod): 'multikey' | 'jwk' {
  const written = objects(json.verificationMethod).find(({ id }) => typeof id === 'string' && method.id.endsWith(id));
  return written?.publicKeyJwk === undefined ? 'multikey' : 'jwk';
}

/** The official validator reads keys only from `verificationMethod`, and finds them only by absolute ids. */
function checkForm(json: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  if (items(json.assertionMethod).some((entry) => typeof entry === 'object')) {
    const text = 'Keys stand inside assertionMethod, where some verifiers do not look.';
    findings.push(problem('assertion-method', text, 'Put every key into verificationMethod, and name it in assertionMethod by its id.'));
  }
  const ids = [...objects(json.verificationMethod).map(({ id }) => id), ...items(json.assertionMethod)];
  if (ids.some((id) => typeof id === 'string' && id.startsWith('#'))) {
    const text = 'Some ids are relative (#…), which some verifiers do not find.';
    findings.push(problem('relative-ids', text, 'Write every id out: the DID, then # and the fragment.'));
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
