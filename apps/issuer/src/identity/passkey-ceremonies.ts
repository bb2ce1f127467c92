import { decodeBase64url, encodeBase64url } from '@proofmark/primitives';
import { type VerifiedRegistrationResponse, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { type MadePasskey, PASSKEY_ALGORITHMS, type PasskeyCeremonies, type PasskeyUse } from '../issuing/people/passkeys/ceremonies.js';

type Registration = Parameters<typeof verifyRegistrationResponse>[0];
type Authentication = Parameters<typeof verifyAuthenticationResponse>[0];

/** Passkeys of a service at `baseUrl`, checked by a library. It throws for every answer that does not hold. */
export function passkeyCeremonies(baseUrl: string): PasskeyCeremonies {
  const { origin, hostname } = new URL(baseUrl);
  const expected = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
  return {
    async checkCreation(answer, challenge) {
      const response = { ...answer, clientExtensionResults: {} } as Registration['response'];
      const asked = { response, expectedChallenge: encodeBase64url(challenge), supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS] };
      const checked = await verifyRegistrationResponse({ ...expected, ...asked }).catch(() => null);
      return checked === null ? null : madeBy(checked, answer.response.transports ?? []);
    },
    async checkAssertion(answer, challenge, { credentialId, publicKey, counter }) {
      const response = { ...answer, clientExtensionResults: {} } as Authentication['response'];
      const credential = { id: encodeBase64url(credentialId), publicKey: new Uint8Array(publicKey), counter };
      const asked = { response, credential, expectedChallenge: encodeBase64url(challenge) };
      const checked = await verifyAuthenticationResponse({ ...expected, ...asked }).catch(() => null);
      if (checked?.verified !== true) return null;
      const { newCounter, credentialBackedUp } = checked.authenticationInfo;
      return { counter: newCounter, backedUp: credentialBackedUp } satisfies PasskeyUse;
    },
  };
}

function madeBy({ verified, registrationInfo }: VerifiedRegistrationResponse, transports: readonly string[]): MadePasskey | null {
  const credentialId = verified ? decodeBase64url(registrationInfo.credential.id) : null;
  if (registrationInfo === undefined || credentialId === null) return null;
  const { credential, credentialBackedUp } = registrationInfo;
  return { credentialId, publicKey: credential.publicKey, counter: credential.counter, transports, backedUp: credentialBackedUp };
}
