import { decodeBase64url, encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import type { IssuerRecord, ViewingToken } from '../../store/index.js';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

const PREFIX = 'pm_view_';
const FORM = /^pm_view_[A-Za-z0-9_-]{43}$/;

/** The secret part of a new viewing link: the number of the issuer, so that the link leads to it, and 224 random bits. */
export function newViewingToken(random: RandomSource, { number }: Pick<IssuerRecord, 'number'>): string {
  const bytes = Uint8Array.from(random.bytes(32));
  new DataView(bytes.buffer).setUint32(0, number);
  return `${PREFIX}${encodeBase64url(bytes)}`;
}

/**
 * What a link is found by; null for a text that can be none. `hash` is what is stored: so many bits are random that a plain hash is enough.
 * `issuerNumber` is random in a link that was made before links carried it.
 */
export function readViewingToken(token: string): ViewingToken | null {
  const bytes = FORM.test(token) ? decodeBase64url(token.slice(PREFIX.length)) : null;
  if (bytes === null) return null;
  const issuerNumber = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { hash: crypto.digest('SHA-256', encodeUtf8(token)), issuerNumber };
}
