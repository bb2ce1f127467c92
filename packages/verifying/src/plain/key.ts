import type { PublicKey } from '@proofmark/proofs';
import { decodeBase64url, encodeBase64url, type Json, type JsonObject } from '@proofmark/schemas';
import { issuerRequest } from '../documents/requests.js';
import type { Sources } from '../documents/sources.js';
import { isObject, listOf } from '../json.js';
import { base58 } from './base58.js';
import { didWeb } from './did-web.js';
import { must, text } from './must.js';
import { fetchJson } from './read.js';
import { address } from './scalars.js';

/** A key that its issuer publishes for signing credentials, without an end. */
export interface IssuerKey {
  readonly key: PublicKey;
  /** Web domains that the issuer's document names as its own; whether they agree is another question. */
  readonly linkedDomains: readonly string[];
}

const MAX_METHODS = 500;
const MAX_LENGTH = 500;
const METHOD_MEMBERS = ['id', 'type', 'controller', 'publicKeyMultibase', 'publicKeyJwk'];

/** The key of a verification method of a did:web or did:key: Ed25519 as Multikey, or P-256 as JWK. */
export async function issuerKey(method: string, issuer: string, sources: Sources): Promise<IssuerKey> {
  const [did, fragment] = method.split('#');
  must(did === issuer && fragment && method === `${did}#${fragment}` && method.length < MAX_LENGTH && address(method));
  if (did.startsWith('did:key:')) {
    must(did === `did:key:${fragment}`);
    return { key: ed25519(fragment), linkedDomains: [] };
  }
  const web = didWeb(did);
  must(web !== null);
  const document = await fetchJson(issuerRequest(web.url), sources);
  const { id, verificationMethod, assertionMethod, authentication, keys, kty, publicKeyJwk, publicKeyMultibase } = document;
  // Nothing that would make it another kind of document; and each key stands in the one list of all.
  must(id === did && [keys, kty, publicKeyJwk, publicKeyMultibase].every((one) => one === undefined));
  const listed = [assertionMethod, authentication].map((one) => listOf(one).map((named) => absolute(named, did)));
  const methods = listOf(verificationMethod);
  must(listed.flat().length + methods.length < MAX_METHODS);
  const [own, ...others] = methods.filter((one) => isObject(one) && absolute(one.id, did) === method);
  must(others.length === 0 && isObject(own) && own.controller === did && listed[0]?.includes(method));
  must(Object.keys(own).every((member) => METHOD_MEMBERS.includes(member)));
  return { key: keyOf(own), linkedDomains: linkedDomains(document) };
}

const absolute = (id: Json | undefined, did: string): string => `${text(id).startsWith('#') ? did : ''}${id}`;

function keyOf({ publicKeyMultibase, publicKeyJwk: jwk }: JsonObject): PublicKey {
  if (jwk === undefined) return ed25519(text(publicKeyMultibase));
  must(publicKeyMultibase === undefined && isObject(jwk) && Object.keys(jwk).sort().join() === 'crv,kty,x,y');
  must(jwk.kty === 'EC' && jwk.crv === 'P-256');
  // Hosts take them also in spellings that are not theirs; whether they lie on the curve, every host finds out.
  for (const coordinate of [jwk.x, jwk.y]) must(decodeBase64url(text(coordinate))?.length === 32);
  return { algorithm: 'ES256', jwk: jwk as PublicKey['jwk'] };
}

function ed25519(multikey: string): PublicKey {
  const bytes = base58(multikey, 34);
  must(bytes[0] === 0xed && bytes[1] === 1);
  return { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes.subarray(2)) } };
}

function linkedDomains({ service }: JsonObject): readonly string[] {
  return listOf(service).flatMap((one) => {
    must(isObject(one));
    if (!listOf(one.type).includes('LinkedDomains')) return [];
    const { serviceEndpoint: endpoint } = one;
    return listOf(isObject(endpoint) ? endpoint.origins : endpoint).map((origin) => {
      must(typeof origin === 'string');
      return origin;
    });
  });
}
