import { hashSecretText } from '../../access/secret-text.js';
import type { IdSource, Repositories } from '../../ports.js';
import { CHALLENGE_MINUTES } from './ceremonies.js';

type Challenges = Pick<Repositories, 'passkeys'>;

/** Who has to answer: the session in which somebody is signed in, or the browser that keeps a secret of ours. */
export type Holder = { readonly sessionId: string } | { readonly browser: string };

/** Makes what a passkey is to sign: 256 random bits, for one answer of this holder. */
export async function newChallenge({ clock, random }: IdSource, { passkeys }: Challenges, holder: Holder): Promise<Uint8Array> {
  const challenge = random.bytes(32);
  await passkeys.challenge(hashOf(holder), challenge, new Date(clock.now().getTime() + CHALLENGE_MINUTES * 60_000));
  return challenge;
}

/** What this holder was asked to have signed. It is used up, whatever becomes of the answer; null for nothing. */
export async function useChallenge(
  { clock }: Pick<IdSource, 'clock'>,
  { passkeys }: Challenges,
  holder: Holder,
): Promise<Uint8Array | null> {
  return passkeys.useChallenge(hashOf(holder), clock.now());
}

function hashOf(holder: Holder): Uint8Array {
  return hashSecretText('browser' in holder ? `browser ${holder.browser}` : `session ${holder.sessionId}`);
}
