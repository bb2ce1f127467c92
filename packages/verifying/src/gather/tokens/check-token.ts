import { member } from '@proofmark/primitives';
import { checkJws, type DecodedJwt, type KeyPurpose } from '@proofmark/proofs';
import type { JsonObject, Outcome } from '@proofmark/schemas';
import { idOf } from '../../credential/nodes.js';
import type { Sources } from '../../documents/sources.js';
import type { KeyFact, ProofFact } from '../../facts/facts.js';
import type { Ports } from '../../ports.js';
import { type FoundKey, pickFault } from '../controller-document.js';
import { bindFound, findKey } from '../find-key.js';
import { invalid, NOT_REACHED, NOT_SOUGHT } from '../proof-outcome.js';
import { findIssuerKey } from './issuer-key.js';

const NO_KEY: KeyFact = { found: 'none', code: 'key-not-found', detail: {} };

/** `purpose` is what the key has to be for. OB 3.0, 8.2: the key is the `kid`'s, or the header's own; the latter must still be found at the issuer. */
export async function checkToken(
  credential: JsonObject,
  jwt: DecodedJwt,
  safety: Outcome,
  ports: Ports,
  sources: Sources,
  purpose: KeyPurpose = 'assertionMethod',
): Promise<ProofFact> {
  const { kid } = jwt;
  const none = { purpose: null, created: null, expires: null };
  const fact = { form: 'jwt', signs: 'bytes', suite: jwt.alg, verificationMethod: kid, ...none } as const;
  if (safety.outcome !== 'passed') return { ...fact, key: NOT_SOUGHT, signature: NOT_REACHED };
  if (/^(?:none|hs\d+)$/i.test(jwt.alg)) return { ...fact, key: NOT_SOUGHT, signature: invalid('unsigned') };
  const found = await tokenKey(credential, jwt, sources, purpose);
  if (found.key === null) return { ...fact, key: found.fact, signature: NOT_REACHED };
  const outcome = await checkJws({ jwt, key: found.key, tokens: ports.tokens });
  ports.signatureChecked?.({
    form: 'jwt',
    token: jwt.text,
    alg: jwt.alg,
    id: idOf(credential),
    key: found.key,
    ours: outcome.outcome,
  });
  if (outcome.outcome === 'unsupported') {
    const code = outcome.reason === 'host' ? 'unsupported-by-host' : 'unsupported-suite';
    return { ...fact, key: found.fact, signature: { outcome: 'unknown', code, detail: { suite: jwt.alg, reason: outcome.reason } } };
  }
  if (outcome.outcome === 'invalid') return { ...fact, key: found.fact, signature: invalid(outcome.reason) };
  return { ...fact, key: await bindFound(found, idOf(member(credential, 'issuer')), sources), signature: { outcome: 'passed' } };
}

function tokenKey(
  credential: JsonObject,
  { kid, headerKey }: DecodedJwt,
  sources: Sources,
  purpose: KeyPurpose,
): Promise<FoundKey> | FoundKey {
  const issuer = idOf(member(credential, 'issuer'));
  // Whoever reads the token has the private key as well (OB 3.0, 8.2.1: a JWK never has `d`).
  if (headerKey?.ok === false && headerKey.code === 'private-key') return pickFault(headerKey.code, null);
  if (kid !== null && /^(?:did:|https?:)/.test(kid)) return findKey(kid, sources, purpose);
  if (headerKey?.ok) return { key: headerKey.key, fact: { found: 'unbound' } };
  if (kid && issuer !== null) return findIssuerKey(issuer, kid, sources, purpose);
  return headerKey === null ? { key: null, fact: NO_KEY } : pickFault(headerKey.code, null);
}
