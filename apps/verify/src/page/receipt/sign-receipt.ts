import { webSigner } from '@proofmark/platform/web';
import { encodeBase64url, encodeUtf8, signDetached } from '@proofmark/primitives';
import { canonicalJson } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import type { Receipt } from './receipt.js';

/** The payload that is signed: the receipt without its signature, in the one spelling of RFC 8785. */
function signedBytes({ signature: _, ...signed }: JsonObject): Uint8Array {
  return encodeUtf8(canonicalJson(signed as Json));
}

/** The payload as a token would carry it. */
export function payloadOf(receipt: JsonObject): string {
  return encodeBase64url(signedBytes(receipt));
}

/** Signs a receipt with the key pair of this browser (ES256, a detached JWS). */
export async function signReceipt(receipt: Omit<Receipt, 'signature'>, pair: CryptoKeyPair): Promise<Receipt> {
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const header = { alg: 'ES256', jwk: { kty, crv, x, y }, typ: 'proofmark-receipt' };
  return { ...receipt, signature: await signDetached(header, signedBytes(receipt as unknown as JsonObject), webSigner(pair.privateKey)) };
}
