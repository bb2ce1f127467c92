import type { Passkey, PasskeyRequest } from '@proofmark/schemas/api';
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { Answer, Ask } from '../../api.js';

/** Whether this browser knows passkeys. */
export const hasPasskeys = (): boolean => browserSupportsWebAuthn();

/** Has the browser make a passkey, and adds it; null where the person, or the browser, made none. */
export async function makePasskey(ask: Ask, name: string): Promise<Answer<Passkey> | null> {
  const asked = await ask<PasskeyRequest>('POST', 'passkeys/challenges');
  if (!asked.ok) return asked;
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  const optionsJSON = asked.value.publicKey as unknown as Options;
  const credential = await startRegistration({ optionsJSON }).catch(() => null);
  return credential === null ? null : ask<Passkey>('POST', 'passkeys', { name, credential });
}
