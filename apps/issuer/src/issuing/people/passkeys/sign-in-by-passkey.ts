import { decodeBase64url, encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import type { CreatePasskeySession, PasskeyAssertion, PasskeyRequest } from '@proofmark/schemas/api';
import { newSecretText } from '../../access/secret-text.js';
import type { Repositories, Store } from '../../ports.js';
import { done, type Result, refused } from '../../result.js';
import type { BegunSession, Caller } from '../identity.js';
import { enter, type SigningIn } from '../sign-in.js';
import { CHALLENGE_MINUTES, type PasskeyCeremonies } from './ceremonies.js';
import { newChallenge, useChallenge } from './challenge.js';

export interface PasskeySignIn extends SigningIn {
  readonly store: Pick<Store, 'passkeys' | 'transaction'>;
  readonly ceremonies: PasskeyCeremonies;
  readonly baseUrl: string;
}

/** What a browser is to ask a passkey, and the secret by which it is known when it answers. */
export interface AskedBrowser {
  readonly browser: string;
  readonly request: PasskeyRequest;
}

/** Asks a browser for any passkey of this service: whose it is, the passkey says. */
export async function askForPasskey(deps: PasskeySignIn): Promise<Result<AskedBrowser>> {
  const browser = newSecretText('browser', deps.random);
  const challenge = await newChallenge(deps, deps.store, { browser });
  const publicKey = {
    challenge: encodeBase64url(challenge),
    rpId: new URL(deps.baseUrl).hostname,
    allowCredentials: [],
    userVerification: 'required',
    timeout: CHALLENGE_MINUTES * 60_000,
  };
  return done({ browser, request: { publicKey } });
}

/** One answer for everything, so that it does not tell which passkeys are known. */
const NOBODY =
  'This passkey signs nobody in: it is not known here, was deleted, or the question was too old. Try again, or have a link sent to you.';

/** @param browser the secret that the browser keeps; null where it sends none */
export async function signInByPasskey(
  deps: PasskeySignIn,
  { credential }: CreatePasskeySession,
  browser: string | null,
  caller: Caller = {},
): Promise<Result<BegunSession>> {
  const challenge = browser === null ? null : await useChallenge(deps, deps.store, { browser });
  if (challenge === null) return refused('forbidden', NOBODY);
  const personId = await deps.store.transaction((tx) => usePasskey(deps, tx, credential, challenge));
  return personId === null ? refused('forbidden', NOBODY) : done(await enter(deps, personId, 'passkey', caller));
}

/** Whose passkey signed the challenge; null for nobody's. It is locked, so that each count of its authenticator is used once. */
async function usePasskey(
  { ceremonies, clock }: PasskeySignIn,
  { passkeys }: Pick<Repositories, 'passkeys'>,
  credential: PasskeyAssertion,
  challenge: Uint8Array,
): Promise<string | null> {
  const credentialId = decodeBase64url(credential.id);
  const passkey = credentialId === null ? null : await passkeys.lock(credentialId);
  if (passkey === null) return null;
  const { userHandle } = credential.response;
  if (userHandle !== undefined && userHandle !== encodeBase64url(encodeUtf8(passkey.personId))) return null;
  const use = await ceremonies.checkAssertion(credential, challenge, passkey);
  if (use === null) return null;
  await passkeys.used(passkey.id, { ...use, lastUsedAt: clock.now() });
  return passkey.personId;
}
