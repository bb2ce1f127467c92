import type { CryptoPort } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import { idOf } from '../json.js';
import { base58 } from './base58.js';
import { canonical } from './canonical.js';
import { issuerKey } from './key.js';
import { must, text } from './must.js';
import type { Token } from './read.js';
import { address, date, literal } from './scalars.js';
import { walk } from './walk.js';

/** What the proof of a document says of itself, once it has proved good. */
export interface Proved {
  readonly issuer: string;
  readonly linkedDomains: readonly string[];
  readonly form: 'data-integrity' | 'jwt';
  readonly suite: string;
  readonly verificationMethod: string;
  readonly created: string | null;
}

type Crypto = Pick<CryptoPort, 'digest' | 'verify'>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A document with one embedded proof by eddsa-rdfc-2022 (VC-DI-EDDSA 3.2), of its issuer's own key. */
export async function proved(document: JsonObject, className: string, crypto: Crypto, sources: Sources): Promise<Proved> {
  const issuer = text(idOf(document.issuer));
  const { proof, ...unsecured } = document;
  const { type, cryptosuite, created, verificationMethod: method, proofPurpose, proofValue, ...more } = proof as JsonObject;
  must(type === 'DataIntegrityProof' && cryptosuite === 'eddsa-rdfc-2022' && proofPurpose === 'assertionMethod');
  must(Object.keys(more).length === 0);
  date(created);
  must(typeof method === 'string');
  const signature = base58(proofValue, 64);
  const said = walk(unsecured, className);
  const { key, linkedDomains } = await issuerKey(method, issuer, sources);
  const digest = (text: string) => crypto.digest('SHA-256', utf8(text));
  const options = `_:c14n0 <http://purl.org/dc/terms/created> ${literal(created, '', 'date')} .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .
_:c14n0 <https://w3id.org/security#cryptosuite> "eddsa-rdfc-2022"^^<https://w3id.org/security#cryptosuiteString> .
_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .
_:c14n0 <https://w3id.org/security#verificationMethod> ${address(method)} .
`;
  const hashes = [...(await digest(options)), ...(await digest(await canonical(said, digest)))];
  must(key.algorithm === 'Ed25519' && (await crypto.verify(key, Uint8Array.from(hashes), signature)));
  return { issuer, linkedDomains, form: 'data-integrity', suite: cryptosuite, verificationMethod: method, created: text(created) };
}

/** A token that its issuer signed with the key that its header names (RFC 7515, 5.2). */
export async function signedToken(token: Token, issuer: string, crypto: Crypto, sources: Sources): Promise<Proved> {
  const { alg, kid, typ, ...more } = token.header;
  const algorithm = alg === 'EdDSA' ? 'Ed25519' : alg;
  must(
    (alg === 'EdDSA' || alg === 'ES256') &&
      Object.keys(more).length === 0 &&
      typeof kid === 'string' &&
      (typ === undefined || typ === 'JWT'),
  );
  const { key, linkedDomains } = await issuerKey(kid, issuer, sources);
  must(key.algorithm === algorithm && (await crypto.verify(key, utf8(token.signingInput), token.signature)));
  return { issuer, linkedDomains, form: 'jwt', suite: alg, verificationMethod: kid, created: null };
}
