import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

/** What a secret text of a person is for: their session, a link that leads to one, or the browser that was asked for a passkey. */
export type SecretUse = 'session' | 'owner' | 'signin' | 'invite' | 'browser';

/** A new secret: what it is for, and 256 random bits. */
export function newSecretText(use: SecretUse, random: RandomSource): string {
  return `pm_${use}_${encodeBase64url(random.bytes(32))}`;
}

/** What is stored of it: so many bits are random that a plain hash is enough. */
export function hashSecretText(text: string): Uint8Array {
  return crypto.digest('SHA-256', encodeUtf8(text));
}

/** What pages of this service send with each request of a session, and other pages cannot know. It does not lead back to the session's secret. */
export function csrfTokenOf(session: string): string {
  return encodeBase64url(crypto.digest('SHA-256', encodeUtf8(`csrf ${session}`)));
}
