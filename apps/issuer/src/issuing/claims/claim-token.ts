import { decodeBase64url, encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import type { ClaimToken, IssuerRecord } from '../../store/index.js';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

/** What a link is for: to claim a badge, the page of whoever did, and the links of mails that prove an address. */
export type LinkKind = ClaimToken['kind'] | 'data' | 'address';

export interface LinkToken extends Omit<ClaimToken, 'kind'> {
  readonly kind: LinkKind;
}

const FORM = /^pm_(claim|learner|data|address)_[A-Za-z0-9_-]{27}$/;

/** The secret of a new link: the number of the issuer, so that the link leads to it, and 128 random bits. */
export function newClaimToken(kind: LinkKind, random: RandomSource, issuer: Pick<IssuerRecord, 'number'>): string {
  return tokenOf(kind, random.bytes(16), issuer);
}

const PAGE_SECRET = /^[A-Za-z0-9_-]{22}$/;

/** 128 random bits of one page that offers a badge. Its form sends them back. */
export function newPageSecret(random: RandomSource): string {
  return encodeBase64url(random.bytes(16));
}

/**
 * The secret of the learner who claims by the form of one page: the same each time that this form is sent. Null for what is no secret of a page. The link alone,
 * which was mailed, does not lead to it.
 */
export function learnerTokenOf(claimToken: string, pageSecret: string, issuer: Pick<IssuerRecord, 'number'>): string | null {
  if (!PAGE_SECRET.test(pageSecret)) return null;
  return tokenOf('learner', crypto.digest('SHA-256', encodeUtf8(`${claimToken} ${pageSecret}`)).subarray(0, 16), issuer);
}

function tokenOf(kind: LinkKind, secret: Uint8Array, { number }: Pick<IssuerRecord, 'number'>): string {
  const bytes = new Uint8Array(20);
  new DataView(bytes.buffer).setUint32(0, number);
  bytes.set(secret, 4);
  return `pm_${kind}_${encodeBase64url(bytes)}`;
}

/** What a link is found by; null for a text that can be none. `hash` is what is stored: nobody tries 128 random bits. */
export function readLinkToken(token: string): LinkToken | null {
  const kind = FORM.exec(token)?.[1] as LinkKind | undefined;
  const bytes = kind === undefined ? null : decodeBase64url(token.slice(`pm_${kind}_`.length));
  if (kind === undefined || bytes === null) return null;
  const issuerNumber = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { kind, hash: crypto.digest('SHA-256', encodeUtf8(token)), issuerNumber };
}

/** The same, of a link that claims or has claimed. */
export function readClaimToken(token: string): ClaimToken | null {
  const read = readLinkToken(token);
  return read?.kind === 'claim' || read?.kind === 'learner' ? { ...read, kind: read.kind } : null;
}

/** The same of a secret that was just made. */
export function hashOf(token: string): Uint8Array {
  const read = readLinkToken(token);
  if (read === null) throw new TypeError('a new token is none');
  return read.hash;
}
