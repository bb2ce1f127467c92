import { LINK_ID, type Members, member, seldomTime, time } from './member.js';

const CREDENTIAL_ID = 'kY8zQmP2Xr5vT1nW0bLc7A';
const CHALLENGE = 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c';
const CLIENT_DATA = 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0';
const ANSWER = {
  'credential.id': member('The id of the passkey, as base64url.', CREDENTIAL_ID),
  'credential.rawId': member('The same.', CREDENTIAL_ID),
  'credential.type': member('`public-key`.', 'public-key'),
  'credential.response.clientDataJSON': member('What the browser says of the ceremony, as base64url.', CLIENT_DATA),
} as const;

export const PASSKEYS: Members = {
  Passkey: {
    id: member('The id of the passkey: a UUID.', LINK_ID),
    name: member('What the person calls it.', 'Laptop'),
    createdAt: time('When it was added.'),
    lastUsedAt: seldomTime('When it last signed the person in; null for never.'),
    backedUp: member('true when it is kept by more than the one device, as its authenticator says.', true),
  },
  PasskeyList: { data: member('The passkeys.') },
  PasskeyRequest: {
    publicKey: member('What the browser is asked: the options of WebAuthn Level 3 in their JSON form.', {
      ...{ challenge: CHALLENGE, rpId: 'badges.example', userVerification: 'required' },
    }),
  },
  CreatePasskey: {
    name: member('What to call it, 1 to 100 characters.', 'Laptop'),
    credential: member('What the browser answered: a `RegistrationResponseJSON`.'),
    ...ANSWER,
    'credential.response': member('What the authenticator made.'),
    'credential.response.attestationObject': member('The new key and what its authenticator says of it, as base64url.', 'o2NmbXRkbm9uZQ'),
    'credential.response.transports': member('How the authenticator is reached.', ['internal']),
  },
  UpdatePasskey: { name: member('Its new name, 1 to 100 characters.', 'Laptop') },
  CreatePasskeySession: {
    credential: member('What the browser answered: an `AuthenticationResponseJSON`.'),
    ...ANSWER,
    'credential.response': member('What the passkey signed.'),
    'credential.response.authenticatorData': member('What the authenticator says of this use, as base64url.', 'SZYN5YgOjGh0NBcP'),
    'credential.response.signature': member('The signature, as base64url.', 'MEUCIQDx'),
    'credential.response.userHandle': member('Whose passkey it is, as base64url.', 'MDE5M2ExZDA'),
  },
};
