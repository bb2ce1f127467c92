import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import { as, email, matching, text, webUrl } from './fields.js';

/** A person who vouches for a badge, as the issuer knows them. */
export interface Assessor {
  readonly name: string;
  readonly url?: string | undefined;
  /** To know the same person again in other endorsements. Neither published nor kept: only a keyed hash of it is. */
  readonly email?: string | undefined;
}

/** An endorsement that the issuer signs for a named person, or one that was signed elsewhere. */
export interface EndorseCredential {
  readonly assessor?: Assessor | undefined;
  /** What the assessor says. Markdown. */
  readonly comment?: string | undefined;
  /** A signed EndorsementCredential about this badge. */
  readonly credential?: JsonObject | undefined;
  /** The same as VC-JWT. */
  readonly jwt?: string | undefined;
}

export interface Endorsement {
  readonly id: string;
  readonly credentialId: string;
  /** Where it is for everyone to read. */
  readonly url: string;
  /** Who vouches, as the endorsement says. */
  readonly endorser: { readonly id: string | null; readonly name: string | null; readonly url: string | null };
  readonly comment: string | null;
  /** Whether this service signed it, in the person's name; otherwise it was brought here and verified. */
  readonly signedHere: boolean;
  readonly createdAt: string;
  /** As it was signed; null for a token. */
  readonly credential: JsonObject | null;
  readonly jwt: string | null;
}

const assessorSchema = z
  .strictObject({ name: text(200), url: webUrl().optional(), email: email().optional() })
  .meta({ id: 'Assessor', example: { name: 'Grace Hopper', url: 'https://school.example/grace' } });

const ONE_OF = ['assessor', 'credential', 'jwt'] as const;

export const endorseCredentialSchema: z.ZodType<EndorseCredential> = z
  .strictObject({
    assessor: assessorSchema.optional(),
    comment: text(10_000).optional(),
    credential: z.record(z.string(), z.unknown()).optional(),
    jwt: matching(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      100_000,
      'malformed-text',
      'is not a compact JWT (three parts of base64url with dots between them) of at most 100000 characters',
    ).optional(),
  })
  .refine((value) => ONE_OF.filter((name) => value[name] !== undefined).length === 1, {
    ...as('exactly-one', 'needs an `assessor` with a `comment`, or a `credential`, or a `jwt`'),
  })
  .refine((value) => value.assessor === undefined || value.comment !== undefined, {
    ...as('required', 'is required: what the assessor says'),
    path: ['comment'],
  })
  .refine((value) => value.assessor !== undefined || value.comment === undefined, {
    ...as('not-allowed', 'goes with an `assessor`; a signed endorsement has its own'),
    path: ['comment'],
  })
  .meta({
    id: 'EndorseCredential',
    example: { assessor: { name: 'Grace Hopper' }, comment: 'I read every line and asked Ada about it.' },
  }) as unknown as z.ZodType<EndorseCredential>;

export const endorsementSchema: z.ZodType<Endorsement> = z
  .object({
    id: z.string(),
    credentialId: z.string(),
    url: z.string(),
    endorser: z.object({ id: z.string().nullable(), name: z.string().nullable(), url: z.string().nullable() }),
    comment: z.string().nullable(),
    signedHere: z.boolean(),
    createdAt: z.string(),
    credential: z.record(z.string(), z.unknown()).nullable(),
    jwt: z.string().nullable(),
  })
  .meta({ id: 'Endorsement' }) as unknown as z.ZodType<Endorsement>;
