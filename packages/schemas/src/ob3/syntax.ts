import { isUrl } from '@proofmark/primitives';

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:./;
// Looked for one by one: a single expression over a long data URI would need a long stack.
const OUTSIDE_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const OUTSIDE_IRI = /[\u0000-\u0020<>"{}|\\^`\u007f-\u00a0]/;

/** How far a text is an absolute address: a URI (RFC 3986), only an IRI (RFC 3987, as JSON-LD takes it), or neither. */
export function addressForm(text: string): 'uri' | 'iri' | 'none' {
  if (!SCHEME.test(text) || OUTSIDE_IRI.test(text)) return 'none';
  if (/^https?:/i.test(text) && (!/^https?:\/\//i.test(text) || !isUrl(text))) return 'none';
  return OUTSIDE_URI.test(text) ? 'iri' : 'uri';
}

/** The compact serialisation of a JWS (RFC 7515, 7.1), by its form alone. */
export function isCompactJws(text: string): boolean {
  return /^[\w-]+\.[\w-]*\.[\w-]+$/.test(text);
}

/** A hashed identity: the algorithm, `$`, and the hash in hexadecimal (Open Badges 3.0, IdentityHash). */
export function isIdentityHash(text: string): boolean {
  return /^(sha256\$[0-9a-fA-F]{64}|md5\$[0-9a-fA-F]{32})$/.test(text);
}

/** A position in a status list: a base-10 number without leading zeros. */
export function isListIndex(text: string): boolean {
  return /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text));
}
