import { concatBytes, decodeBase58, encodeBase58, isObject, type Json, type JsonObject, listOf } from '@proofmark/primitives';

const ED25519 = [0xed, 0x01];
const P256 = [0x80, 0x24];
const P384 = [0x81, 0x24];

/** Verification methods of earlier drafts, whose key is a point in base58 alone, and the multicodec prefix of the curve that the type names. */
const PREFIXES: Readonly<Record<string, readonly number[]>> = {
  Ed25519VerificationKey2018: ED25519,
  Ed25519VerificationKey2020: ED25519,
  EcdsaSecp256r1VerificationKey2019: P256,
  P256Key2021: P256,
  EcdsaSecp384r1VerificationKey2019: P384,
  P384Key2021: P384,
};
const LISTS = ['verificationMethod', 'assertionMethod', 'authentication'];

/** A key document, with each `publicKeyBase58` in it (Ed25519 Signature 2018, section 3.1) written as the Multikey value of the same key. */
export function inMultikeys(json: Json): Json {
  if (!isObject(json)) return json;
  const lists = LISTS.filter((name) => json[name] !== undefined).map((name) => [name, listOf(json[name]).map(inMultikey)] as const);
  return { ...(inMultikey(json) as JsonObject), ...Object.fromEntries(lists) };
}

/** A method whose type names no one curve keeps its key, which nobody reads; one with two keys has none that could be meant. */
function inMultikey(method: Json): Json {
  if (!isObject(method) || method.publicKeyBase58 === undefined) return method;
  const known = listOf(method.type).flatMap((type) => (typeof type === 'string' && Object.hasOwn(PREFIXES, type) ? [PREFIXES[type]!] : []));
  const [prefix] = known;
  if (prefix === undefined || known.length > 1) return method;
  const { publicKeyBase58: text, ...rest } = method;
  const bytes = typeof text === 'string' && rest.publicKeyMultibase === undefined ? decodeBase58(text) : null;
  return {
    ...rest,
    publicKeyMultibase: bytes === null ? '' : `z${encodeBase58(concatBytes(Uint8Array.from(prefix), bytes))}`,
  } as JsonObject;
}
