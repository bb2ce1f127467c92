import { z } from 'zod';
import { id, matching, text } from '../fields.js';

/** A key of a device or a password manager, with which a person signs in. */
export interface Passkey {
  readonly id: string;
  /** What the person calls it. */
  readonly name: string;
  readonly createdAt: string;
  /** Null for one that has signed nobody in yet. */
  readonly lastUsedAt: string | null;
  /** Whether it is kept by more than the one device, as its authenticator says. */
  readonly backedUp: boolean;
}

/** What a browser is asked: the options of WebAuthn in their JSON form. */
export interface PasskeyRequest {
  readonly publicKey: Readonly<Record<string, unknown>>;
}

/** What a browser answers when it made a passkey: a `RegistrationResponseJSON` of WebAuthn Level 3. More members are let be. */
export interface PasskeyCreation {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports?: readonly string[] | undefined;
  };
}

/** What a browser answers when a passkey signed: an `AuthenticationResponseJSON` of WebAuthn Level 3. More members are let be. */
export interface PasskeyAssertion {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle?: string | undefined;
  };
}

export interface CreatePasskey {
  readonly name: string;
  readonly credential: PasskeyCreation;
}

export interface UpdatePasskey {
  readonly name: string;
}

export interface CreatePasskeySession {
  readonly credential: PasskeyAssertion;
}

export const passkeySchema: z.ZodType<Passkey> = z
  .object({ id: id(), name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable(), backedUp: z.boolean() })
  .meta({ id: 'Passkey' });

export const passkeyListSchema: z.ZodType<{ readonly data: readonly Passkey[] }> = z
  .object({ data: z.array(passkeySchema) })
  .meta({ id: 'PasskeyList' }) as unknown as z.ZodType<{ readonly data: readonly Passkey[] }>;

export const passkeyRequestSchema: z.ZodType<PasskeyRequest> = z
  .object({ publicKey: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PasskeyRequest' });

/** Bytes as base64url; `max` characters of it. */
const bytes = (max: number) =>
  matching(/^[A-Za-z0-9_-]+$/, max, 'malformed-text', 'is not base64url without padding: send what the browser answered, unchanged');

/** Of an attestation object, which may hold certificates; ours asks for none. */
const MOST_ATTESTED = 32_768;
const MOST_CLIENT_DATA = 8192;
const MOST_ID = 1366;

const answered = { id: bytes(MOST_ID), rawId: bytes(MOST_ID), type: z.literal('public-key') };

const passkeyCreationSchema: z.ZodType<PasskeyCreation> = z.looseObject({
  ...answered,
  response: z.looseObject({
    clientDataJSON: bytes(MOST_CLIENT_DATA),
    attestationObject: bytes(MOST_ATTESTED),
    transports: z.array(z.string().max(32)).max(16).optional(),
  }),
});

const passkeyAssertionSchema: z.ZodType<PasskeyAssertion> = z.looseObject({
  ...answered,
  response: z.looseObject({
    clientDataJSON: bytes(MOST_CLIENT_DATA),
    authenticatorData: bytes(MOST_CLIENT_DATA),
    signature: bytes(MOST_CLIENT_DATA),
    userHandle: bytes(86).optional(),
  }),
});

const EXAMPLE_ID = 'kY8zQmP2Xr5vT1nW0bLc7A';
const CLIENT_DATA = 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0';

export const createPasskeySchema: z.ZodType<CreatePasskey> = z.strictObject({ name: text(100), credential: passkeyCreationSchema }).meta({
  id: 'CreatePasskey',
  example: {
    name: 'Laptop',
    credential: {
      ...{ id: EXAMPLE_ID, rawId: EXAMPLE_ID, type: 'public-key' },
      response: { clientDataJSON: CLIENT_DATA, attestationObject: 'o2NmbXRkbm9uZQ', transports: ['internal'] },
    },
  },
});

export const updatePasskeySchema: z.ZodType<UpdatePasskey> = z
  .strictObject({ name: text(100) })
  .meta({ id: 'UpdatePasskey', example: { name: 'Laptop' } });

export const createPasskeySessionSchema: z.ZodType<CreatePasskeySession> = z.strictObject({ credential: passkeyAssertionSchema }).meta({
  id: 'CreatePasskeySession',
  example: {
    credential: {
      ...{ id: EXAMPLE_ID, rawId: EXAMPLE_ID, type: 'public-key' },
      response: { clientDataJSON: CLIENT_DATA, authenticatorData: 'SZYN5YgOjGh0NBcP', signature: 'MEUCIQDx' },
    },
  },
});
