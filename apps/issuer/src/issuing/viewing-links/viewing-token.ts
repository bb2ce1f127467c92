import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

const FORM = /^pm_view_[A-Za-z0-9_-]{43}$/;

/** The secret part of a new viewing link: 256 random bits. */
export function newViewingToken(random: RandomSource): string {
  return `pm_view_${encodeBase64url(random.bytes(32))}`;
}

/** What is stored of a token; null for a text that can be none. Its 256 bits are random, so a plain hash is enough. */
export function hashViewingToken(token: string): Uint8Array | null {
  return FORM.test(token) ? crypto.digest('SHA-256', encodeUtf8(token)) : null;
}
