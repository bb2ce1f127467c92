import { decodeHex, encodeHex, encodeUtf8, equalBytes } from '@proofmark/primitives';
import { hmacSha256 } from '../crypto.js';

/** Bytes of the signature: enough for a guess at a time over the network, and the local part of an address has 64 letters. */
const MAC = 8;
const FORM = /^([0-9a-f]{32})([0-9a-f]{16})$/;

/** What the return path of a mail has, in lower case: servers do not keep the case of an address. It names the mail, and is signed. */
export function bounceToken(pepper: Uint8Array, mailId: string): string {
  return mailId.replaceAll('-', '') + encodeHex(macOf(pepper, mailId));
}

/** The mail of a token; null where this service did not sign it. */
export function mailOfToken(pepper: Uint8Array, token: string): string | null {
  const [, hex = '', mac = ''] = FORM.exec(token.toLowerCase()) ?? [];
  if (hex === '') return null;
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  const given = decodeHex(mac);
  return given !== null && equalBytes(given, macOf(pepper, id)) ? id : null;
}

function macOf(pepper: Uint8Array, mailId: string): Uint8Array {
  return hmacSha256(pepper, encodeUtf8(`proofmark return path 1\n${mailId}`)).subarray(0, MAC);
}
