import { isObject, type Json, type JsonObject } from '@proofmark/primitives';
import type { Dataset } from '@proofmark/proofs';
import { OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { must, NotInProfile, text } from './not-in-profile.js';
import { literal } from './scalars.js';
import { walk } from './walk.js';

/** The class of the documents of the profile, by the second word of their `type`, with their contexts. */
const CONTEXTS: Readonly<Record<string, readonly string[]>> = {
  OpenBadgeCredential: [VC2_CONTEXT, OB3_CONTEXT],
  BitstringStatusListCredential: [VC2_CONTEXT],
};
const PROOF_VALUE = /^z[1-9A-HJ-NP-Za-km-z]{1,100}$/;

/** The statements of a document that matched, or of the options of its proof; null for every other document. */
export type KnownStatements = (asked: JsonObject) => Dataset | null;

/**
 * Compares a credential with the profile in which our issuer writes badges and status lists: with one proof by eddsa-rdfc-2022, in whole
 * seconds, in the one spelling of every term. A match answers the shape gate, the schema and the canonicaliser at once: the first two have
 * nothing to say about it, and its statements are known.
 *
 * In: a credential whose JSON was read strictly. Out: its statements, or null for what is not of the profile, of which nothing is said: the
 * gate, the schema and the processor decide then. Never throws for what the credential contains.
 */
export function matchProfile({ proof, ...unsecured }: JsonObject): KnownStatements | null {
  return inProfile(() => {
    must(isObject(proof));
    const { proofValue, ...options } = proof;
    must(PROOF_VALUE.test(text(proofValue)));
    const document = statementsOf(unsecured);
    const optionStatements = walk(options as JsonObject, 'DataIntegrityProof');
    const context = unsecured['@context'] as Json;
    return (asked) => {
      if (sameMembers(asked, unsecured as JsonObject)) return document;
      return sameMembers(asked, { ...options, '@context': context }) ? optionStatements : null;
    };
  });
}

/** Whether the payload of a token is a credential of the profile, beside the claims that repeat parts of it (OB 3.0, 8.2.4). */
export function matchProfileToken({ iss, sub, jti, nbf, exp, ...credential }: JsonObject): boolean {
  const matched = inProfile(() => {
    for (const claim of [iss, sub, jti, nbf, exp]) {
      // `jti` is also a word of the vocabulary, of which the schema wants text.
      must(claim === undefined || typeof claim === 'string' || (claim !== jti && Number.isFinite(claim)));
      if (claim !== undefined) literal(claim as string | number, '');
    }
    return statementsOf(credential as JsonObject);
  });
  return matched !== null;
}

function statementsOf({ '@context': contexts, ...document }: JsonObject): Dataset {
  const className = Array.isArray(document.type) ? document.type[1] : undefined;
  must(typeof className === 'string' && Object.hasOwn(CONTEXTS, className));
  must(JSON.stringify(contexts) === JSON.stringify(CONTEXTS[className]));
  return walk(document as JsonObject, className);
}

function inProfile<T>(match: () => T): T | null {
  try {
    return match();
  } catch (error) {
    if (error instanceof NotInProfile) return null;
    throw error;
  }
}

/** Whether two objects have the same members, and the very same values: one is a copy of the other. */
function sameMembers(one: JsonObject, other: JsonObject): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && one[key] === other[key]);
}
