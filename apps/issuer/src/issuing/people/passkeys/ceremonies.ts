import type { PasskeyAssertion, PasskeyCreation } from '@proofmark/schemas/api';
import type { PasskeyRecord } from '../../../store/index.js';

/** A passkey that a browser made, as far as its answer tells. */
export type MadePasskey = Pick<PasskeyRecord, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'>;

/** What a use of a passkey tells of it. */
export type PasskeyUse = Pick<PasskeyRecord, 'counter' | 'backedUp'>;

/**
 * Checks what browsers answer (WebAuthn Level 3, 7.1 and 7.2) for this service: its origin, its RP ID, a user who was verified, and the challenge that is
 * given. Null for an answer that does not hold.
 */
export interface PasskeyCeremonies {
  checkCreation(answer: PasskeyCreation, challenge: Uint8Array): Promise<MadePasskey | null>;
  /** A counter that does not grow is refused: the key was copied. */
  checkAssertion(
    answer: PasskeyAssertion,
    challenge: Uint8Array,
    passkey: Pick<PasskeyRecord, 'credentialId' | 'publicKey' | 'counter' | 'transports'>,
  ): Promise<PasskeyUse | null>;
}

/** COSE algorithms that are taken: Ed25519, ES256 and RS256. */
export const PASSKEY_ALGORITHMS: readonly number[] = [-8, -7, -257];

/** A challenge can be answered for so many minutes. */
export const CHALLENGE_MINUTES = 5;
