/** Base64url without padding (RFC 7515 section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The bytes of a base64url text. Null for padding, foreign characters and for a last character with loose bits:
 * every byte string has exactly one spelling, so that nobody can write the same signature in two ways.
 */
export function decodeBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const tail = text.length % 4 === 0 ? '' : encodeBase64url(bytes.subarray(bytes.length - (bytes.length % 3)));
  return text.endsWith(tail) ? bytes : null;
}
