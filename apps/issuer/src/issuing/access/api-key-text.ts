import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

const FORM = /^pm_(?:live|test|admin)_[A-Za-z0-9_-]{43}$/;

/** A new API key: what it is for, and 256 random bits. */
export function newApiKeyText(use: 'live' | 'test' | 'admin', random: RandomSource): string {
  return `pm_${use}_${encodeBase64url(random.bytes(32))}`;
}

/** What is kept in clear to tell keys apart: the use and the first six letters. */
export function prefixOf(key: string): string {
  return key.slice(0, key.indexOf('_', 3) + 7);
}

/** Whether a text can be one of our keys at all. */
export function looksLikeApiKey(text: string): boolean {
  return FORM.test(text);
}

/** What is stored of a key. Its 256 bits are random, so a plain hash is enough. */
export function hashApiKey(key: string): Uint8Array {
  return crypto.digest('SHA-256', encodeUtf8(key));
}
