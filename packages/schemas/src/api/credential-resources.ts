import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import type { LoggedEvidence } from '../evidence/work-log.js';
import { isUuid } from '../ids.js';
import { type EvidenceFinding, evidenceFindingSchema } from './evidence.js';
import { loggedEvidenceSchema } from './evidence-log.js';
import { as, dateTime, email, id, text } from './fields.js';
import type { PageQuery, QuerySchema } from './paging.js';
import { pageQueryFields, searchPageFields } from './paging.js';

export const CREDENTIAL_STATES = ['current', 'not-yet-valid', 'expired', 'superseded', 'suspended', 'revoked', 'erased'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

export interface CredentialLinks {
  readonly html: string;
  readonly jsonld: string;
  readonly jwt: string;
  readonly png: string;
  readonly svg: string;
  readonly workLog: string;
}

/** A recipient as lists of badges show them. */
export interface RecipientSummary {
  readonly id: string;
  readonly name: string | null;
  readonly externalId: string | null;
}

export interface CredentialSummary {
  readonly id: string;
  /** The badge's public address, which is also its `id`. */
  readonly url: string;
  readonly issuerId: string;
  readonly achievementId: string;
  readonly achievementName: string;
  /** Null of an erased badge. */
  readonly recipient: RecipientSummary | null;
  readonly state: CredentialState;
  readonly issuedAt: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly revoked: { readonly at: string; readonly reason: string | null } | null;
  /** Null unless it is suspended now. */
  readonly suspended: { readonly at: string; readonly reason: string | null } | null;
  readonly erasedAt: string | null;
  /** When its learner claimed it; null while nobody did. */
  readonly claimedAt: string | null;
  /** The badge that this one renews. */
  readonly predecessorId: string | null;
  readonly links: CredentialLinks;
}

export interface CredentialResource extends CredentialSummary {
  /** The signed badge, with its embedded proof. */
  readonly credential: JsonObject;
  /** The same badge as VC-JWT. */
  readonly jwt: string;
  /** What pinning found when the badge was issued, one entry a link. */
  readonly evidence: readonly EvidenceFinding[];
  /** What was found out about the work since; the same that the public work log says. */
  readonly work: readonly LoggedEvidence[];
  /** The badge that renews this one and stands. */
  readonly successorId: string | null;
}

/** Which badges are meant. */
export interface CredentialFilter {
  readonly issuer?: string | undefined;
  readonly achievement?: string | undefined;
  /** The id of a recipient. */
  readonly recipient?: string | undefined;
  /** The issuer's own id of a recipient. */
  readonly externalId?: string | undefined;
  /** A part of a recipient's name. */
  readonly q?: string | undefined;
  readonly state?: CredentialState | undefined;
  /** Whether its learner claimed it. */
  readonly claimed?: 'yes' | 'no' | undefined;
  /** Issued from then on, and before then. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export const LIST_ORDERS = ['oldest', 'newest'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** By the names of recipients. */
export type NameOrder = 'name' | 'name-descending';

export const isNameOrder = (order: CredentialOrder): order is NameOrder => order === 'name' || order === 'name-descending';

/** Of badges. */
export const CREDENTIAL_ORDERS = ['oldest', 'newest', 'name', 'name-descending'] as const;
export type CredentialOrder = (typeof CREDENTIAL_ORDERS)[number];

export interface ListCredentialsQuery extends PageQuery, CredentialFilter {
  readonly order?: CredentialOrder | undefined;
}

/** A search whose parameters must not stand in an address: an e-mail address is compared by a keyed hash. */
export interface SearchCredentials extends CredentialFilter {
  readonly email?: string | undefined;
  readonly order?: CredentialOrder | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const NO_ADDRESS = 'is not the id of a recipient; addresses do not stand in URLs: look one up by POST /v1/credentials/search';

/** A part of a name: two characters or more. */
export function namePart(): z.ZodString {
  return text(100)
    .refine((value) => value.trim().length > 1, as('too-short', 'has fewer than two characters: give more of the name'))
    .meta({ minLength: 2 });
}

const filterFields = {
  issuer: id().optional().meta({ description: 'Only an admin key may choose; other keys see their own issuer.' }),
  achievement: id().optional(),
  recipient: z
    .string()
    .refine(isUuid, as('not-an-id', NO_ADDRESS))
    .optional()
    .meta({ format: 'uuid', description: 'The id of a recipient.' }),
  externalId: text(200).optional().meta({ description: 'Your own id of a recipient.', example: 'S-1815' }),
  q: namePart().optional().meta({
    description:
      'A part of a recipient’s name, two characters or more, in any case and without accents. Two characters are looked for at the beginning of a word.',
    example: 'lovel',
  }),
  state: z.enum(CREDENTIAL_STATES).optional(),
  claimed: z.enum(['yes', 'no']).optional(),
  since: dateTime().optional().meta({ description: 'Issued from this time on.', example: '2026-09-01T00:00:00Z' }),
  until: dateTime().optional().meta({ description: 'Issued before this time.', example: '2026-12-01T00:00:00Z' }),
};

const order = z.enum(CREDENTIAL_ORDERS).optional().meta({
  description:
    '`oldest` first when absent: whoever asks again with the last `next` misses none. `newest` is for people. `name` is A to Z by the recipient’s name as it is compared, in lower case and without accents, and `name-descending` Z to A; in both, badges of recipients without a name come after all others, and badges of nobody, such as erased ones, come last.',
});

export const listCredentialsQuerySchema: QuerySchema<ListCredentialsQuery> = z.strictObject({ ...pageQueryFields, ...filterFields, order });

export const searchCredentialsSchema: z.ZodType<SearchCredentials> = z
  .strictObject({ ...filterFields, ...searchPageFields, email: email().optional(), order })
  .meta({ id: 'SearchCredentials', example: { email: 'ada@example.org', order: 'newest' } });

const since = z.object({ at: z.string(), reason: z.string().nullable() }).nullable();

const recipientSummarySchema: z.ZodType<RecipientSummary> = z
  .object({ id: id(), name: z.string().nullable(), externalId: z.string().nullable() })
  .meta({ id: 'RecipientSummary' });

const summaryFields = {
  id: id(),
  url: z.string(),
  issuerId: id(),
  achievementId: id(),
  achievementName: z.string(),
  recipient: recipientSummarySchema.nullable(),
  state: z.enum(CREDENTIAL_STATES),
  issuedAt: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  revoked: since,
  suspended: since,
  erasedAt: z.string().nullable(),
  claimedAt: z.string().nullable(),
  predecessorId: z.string().nullable(),
  links: z.object({ html: z.string(), jsonld: z.string(), jwt: z.string(), png: z.string(), svg: z.string(), workLog: z.string() }),
};

/** The members of a summary, for what has more. */
export const credentialSummaryFields: z.ZodRawShape = summaryFields;

export const credentialSummarySchema: z.ZodType<CredentialSummary> = z.object(summaryFields).meta({ id: 'CredentialSummary' });

export const credentialResourceSchema: z.ZodType<CredentialResource> = z
  .object({
    ...summaryFields,
    credential: z.record(z.string(), z.unknown()).meta({
      description: 'The signed badge: an OpenBadgeCredential with its embedded proof.',
      example: { id: 'https://badges.example/credentials/…', type: ['VerifiableCredential', 'OpenBadgeCredential'] },
    }),
    jwt: z.string().meta({ description: 'The same badge as VC-JWT.' }),
    evidence: z.array(evidenceFindingSchema),
    work: z.array(loggedEvidenceSchema),
    successorId: z.string().nullable(),
  })
  .meta({ id: 'Credential' }) as unknown as z.ZodType<CredentialResource>;
