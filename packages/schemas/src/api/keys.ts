import { z } from 'zod';
import { as, dateTime, id, text } from './fields.js';
import { SCOPES, type Scope } from './people/scopes.js';

/** A new API key: for one issuer with scopes, or an admin key (which only an admin key can make). */
export interface CreateApiKey {
  readonly name: string;
  /** Default: the issuer of the key that asks. An admin key has to name it, or to set `admin`. */
  readonly issuerId?: string | undefined;
  readonly scopes?: readonly Scope[] | undefined;
  readonly admin?: true | undefined;
  /** Default: when the key that asks expires; never after that. */
  readonly expiresAt?: string | undefined;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The first letters of the key, to tell keys apart. */
  readonly prefix: string;
  /** Null for an admin key. */
  readonly issuerId: string | null;
  readonly scopes: readonly string[];
  /** The key that made this one, with which it falls; null for one that a person made, or somebody at the machine. */
  readonly createdBy: string | null;
  /** The person who made it; null for others. */
  readonly personId: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** When it was last used, to the hour; null for never, as far as is known. */
  readonly lastUsedAt: string | null;
}

/** `key` is shown this once; the service keeps only a hash. */
export interface CreatedApiKey extends ApiKey {
  readonly key: string;
}

export const SIGNING_ALGORITHMS = ['Ed25519', 'ES256'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

export interface RotateSigningKey {
  readonly algorithm: SigningAlgorithm;
}

/** Says that a key must not be relied on any more, because it was stolen or lost. */
export interface RevokeSigningKey {
  /** Why; shown to everyone who checks what the key signed. */
  readonly reason?: string | undefined;
  /** Since when it was out of hand; default: now. Whatever it says, verifiers believe nothing that the key alone signed, of any date. */
  readonly revokedAt?: string | undefined;
}

/** The public half of a key. A retired key that signed something stays published, so that it stays checkable. */
export interface SigningKey {
  readonly id: string;
  readonly algorithm: string;
  /** `assertion` signs badges; `record` signs the issuer's record of what it issued, and nothing else. */
  readonly purpose: 'assertion' | 'record';
  readonly verificationMethod: string;
  readonly publicJwk: Readonly<Record<string, string>>;
  readonly createdAt: string;
  /** Since when it signs nothing. */
  readonly retiredAt: string | null;
  /** Since when it must not be relied on. */
  readonly revokedAt: string | null;
  readonly revocationReason: string | null;
  /** Of a revoked key: how many of the badges that it signed are still to be signed again with the present key. */
  readonly badgesToSignAgain: number | null;
}

export const createApiKeySchema: z.ZodType<CreateApiKey> = z
  .strictObject({
    name: text(100),
    issuerId: id().optional(),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1)
      .max(SCOPES.length)
      .refine((scopes) => new Set(scopes).size === scopes.length, as('not-unique', 'names a scope twice: once is enough'))
      .optional(),
    admin: z.literal(true).optional(),
    expiresAt: dateTime()
      .optional()
      .meta({ description: 'Not after the end of the key that asks, which is the default.', example: '2027-06-30T00:00:00Z' }),
  })
  .refine((value) => (value.admin === undefined) !== (value.scopes === undefined), {
    ...as('exactly-one', 'is needed, unless `admin` is true; the two do not go together'),
    path: ['scopes'],
  })
  .meta({ id: 'CreateApiKey', example: { name: 'course platform', scopes: ['achievements:read', 'credentials:issue'] } });

const apiKeyFields = {
  id: id(),
  name: z.string(),
  prefix: z.string(),
  issuerId: z.string().nullable(),
  scopes: z.array(z.string()),
  createdBy: z
    .string()
    .nullable()
    .meta({ description: 'The key that made this one. When that one is withdrawn or expires, this one falls with it.' }),
  personId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
};

export const apiKeySchema: z.ZodType<ApiKey> = z.object(apiKeyFields).meta({ id: 'ApiKey' });
export const createdApiKeySchema: z.ZodType<CreatedApiKey> = z
  .object({ ...apiKeyFields, key: z.string().meta({ description: 'Shown this once.' }) })
  .meta({ id: 'CreatedApiKey' });

export const rotateSigningKeySchema: z.ZodType<RotateSigningKey> = z
  .strictObject({ algorithm: z.enum(SIGNING_ALGORITHMS) })
  .meta({ id: 'RotateSigningKey', example: { algorithm: 'Ed25519' } });

export const revokeSigningKeySchema: z.ZodType<RevokeSigningKey> = z
  .strictObject({ reason: text(500).optional(), revokedAt: dateTime().optional() })
  .meta({ id: 'RevokeSigningKey', example: { reason: 'A laptop with the keys was stolen.' } });

export const signingKeySchema: z.ZodType<SigningKey> = z
  .object({
    id: z.string(),
    algorithm: z.string(),
    purpose: z.enum(['assertion', 'record']),
    verificationMethod: z.string(),
    publicJwk: z.record(z.string(), z.string()),
    createdAt: z.string(),
    retiredAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    revocationReason: z.string().nullable(),
    badgesToSignAgain: z.number().int().nullable(),
  })
  .meta({ id: 'SigningKey' });
