// The library of most issuers and verifiers, with contexts in memory and nothing to fetch.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { encodeBase58 } from '@proofmark/primitives';
import { CONTEXT_DOCUMENTS } from '@proofmark/proofs/jsonld';
import { CREATED, ISSUER } from './keys.mjs';

/**
 * As its documentation shows it, or with `keepContexts`: contexts tagged as static, which the processor then keeps from one credential
 * to the next.
 */
export async function digitalbazaar({ privateKey, multikey }, { keepContexts = false } = {}) {
  const id = `${ISSUER}#${multikey}`;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller: ISSUER,
    publicKeyMultibase: multikey,
  };
  const controller = { '@context': 'https://www.w3.org/ns/did/v1', id: ISSUER, assertionMethod: [id] };
  const known = new Map([...CONTEXT_DOCUMENTS, [id, method], [ISSUER, controller]]);
  const tag = keepContexts ? { tag: 'static' } : {};
  const documentLoader = async (url) => {
    const document = known.get(url);
    if (document === undefined) throw new Error('nothing is fetched here');
    return { contextUrl: null, documentUrl: url, document, ...tag };
  };
  const secret = Buffer.concat([Buffer.from([0x80, 0x26]), Buffer.from(privateKey.export({ format: 'jwk' }).d, 'base64url')]);
  const pair = await Ed25519Multikey.from({ ...method, secretKeyMultibase: `z${encodeBase58(secret)}` });
  const signing = new DataIntegrityProof({ signer: pair.signer(), date: CREATED, cryptosuite });
  const checking = new DataIntegrityProof({ cryptosuite });
  return {
    async sign(credential) {
      return JSON.stringify(await issue({ credential: { ...credential }, suite: signing, documentLoader, now: CREATED }));
    },
    async check(text) {
      const credential = JSON.parse(text);
      const checkStatus = async () => ({ verified: true });
      const answer = await verifyCredential({ credential, suite: checking, documentLoader, now: CREATED, checkStatus });
      return answer.verified ? 'valid' : 'invalid';
    },
  };
}
