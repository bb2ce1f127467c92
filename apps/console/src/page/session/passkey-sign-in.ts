import type { PasskeyRequest } from '@proofmark/schemas/api';
import { startAuthentication } from '@simplewebauthn/browser';
import { type Answer, ask } from '../api.js';

/** Signs somebody in with a passkey of theirs. Where none is used, or none is known here, the problem is `passkey`. */
export async function signInByPasskey(): Promise<Answer<unknown>> {
  const asked = await ask<PasskeyRequest>('POST', 'passkey-sessions/challenges');
  if (!asked.ok) return asked;
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  const optionsJSON = asked.value.publicKey as unknown as Options;
  const credential = await startAuthentication({ optionsJSON }).catch(() => null);
  if (credential === null) return { ok: false, problem: 'passkey' };
  const begun = await ask('POST', 'passkey-sessions', { credential });
  return !begun.ok && begun.problem === 'forbidden' ? { ...begun, problem: 'passkey' } : begun;
}
