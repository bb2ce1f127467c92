import { encodeBase64url, encodeUtf8, type JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import type { Instance } from './instance.js';

/** A credential as a token of the instance (VC-JOSE-COSE 3.1.1) in an envelope (VC Data Model 2.0, 4.13.1). */
export async function enveloped({ signer, verificationMethod: kid }: Instance, credential: JsonObject): Promise<JsonObject> {
  const alg = signer.algorithm === 'Ed25519' ? 'EdDSA' : signer.algorithm;
  const parts = [{ alg, typ: 'vc+jwt', cty: 'vc', kid }, credential];
  const input = parts.map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part)))).join('.');
  const signature = encodeBase64url(await signer.sign(encodeUtf8(input)));
  return { '@context': VC2_CONTEXT, type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${input}.${signature}` };
}
