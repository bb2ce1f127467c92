import { webSigner } from '@proofmark/platform/web';
import { canonicalJson, encodeBase64url } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import type { Receipt } from './receipt.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The payload that is signed: the receipt without its signature, in the one spelling of RFC 8785, as base64url. */
export function payloadOf({ signature: _, ...signed }: JsonObject): string {
  return encodeBase64url(utf8(canonicalJson(signed as Json)));
}

/** Signs a receipt with the key pair of this browser (ES256). */
export async function signReceipt(receipt: Omit<Receipt, 'signature'>, pair: CryptoKeyPair): Promise<Receipt> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const header = encodeBase64url(utf8(JSON.stringify({ alg: 'ES256', jwk: { kty, crv, x, y }, typ: 'proofmark-receipt' })));
  const signed = `${header}.${payloadOf(receipt as unknown as JsonObject)}`;
  const signature = await webSigner(pair.privateKey).sign(utf8(signed));
  return { ...receipt, signature: `${header}..${encodeBase64url(signature)}` };
}
