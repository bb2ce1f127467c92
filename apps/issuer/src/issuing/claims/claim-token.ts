import { decodeBase64url, encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import type { ClaimToken, IssuerRecord } from '../../store/index.js';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

const FORM = /^pm_(claim|learner)_[A-Za-z0-9_-]{27}$/;

/** The secret of a new link: the number of the issuer, so that the link leads to it, and 128 random bits. */
export function newClaimToken(kind: ClaimToken['kind'], random: RandomSource, { number }: Pick<IssuerRecord, 'number'>): string {
  const bytes = new Uint8Array(20);
  new DataView(bytes.buffer).setUint32(0, number);
  bytes.set(random.bytes(16), 4);
  return `pm_${kind}_${encodeBase64url(bytes)}`;
}

/** What a link is found by; null for a text that can be none. `hash` is what is stored: nobody tries 128 random bits. */
export function readClaimToken(token: string): ClaimToken | null {
  const kind = FORM.exec(token)?.[1] as ClaimToken['kind'] | undefined;
  const bytes = kind === undefined ? null : decodeBase64url(token.slice(`pm_${kind}_`.length));
  if (kind === undefined || bytes === null) return null;
  const issuerNumber = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { kind, hash: crypto.digest('SHA-256', encodeUtf8(token)), issuerNumber };
}

/** The same of a secret that was just made. */
export function hashOf(token: string): Uint8Array {
  const read = readClaimToken(token);
  if (read === null) throw new TypeError('a new token is none');
  return read.hash;
}
