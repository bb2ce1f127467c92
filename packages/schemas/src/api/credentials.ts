import type { JsonObject } from '@proofmark/primitives';
import { z } from 'zod';
import type { LoggedEvidence } from '../evidence/work-log.js';
import { term } from './achievement-parts.js';
import type { EvidenceFinding } from './evidence.js';
import { evidenceFindingSchema } from './evidence.js';
import type { AnyEvidenceInput, CaptureRequest, DeclaredAuthor } from './evidence-input.js';
import { captureRequestSchema, declaredAuthorSchema, evidenceListSchema } from './evidence-input.js';
import { loggedEvidenceSchema } from './evidence-log.js';
import { as, dateTime, email, id, text } from './fields.js';
import type { PageQuery, QuerySchema } from './paging.js';
import { pageQueryFields } from './paging.js';
import { PROBLEM_CODES, type ProblemCode } from './problem.js';
import { type Recipient, recipientSchema } from './recipient.js';

/** One result. It may name a result description of the achievement, by its id or by its name. */
export interface ResultInput {
  readonly resultDescription?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly status?: string | undefined;
  /** The id or the name of a rubric level of that result description. */
  readonly achievedLevel?: string | undefined;
}

export interface IssueCredential {
  readonly recipient: Recipient;
  readonly evidence?: readonly AnyEvidenceInput[] | undefined;
  /** More addresses and keys under which the recipient commits; the recipient's own e-mail address counts anyway. */
  readonly author?: DeclaredAuthor | undefined;
  /** What is to be kept of the work; by default the badge only holds its link and digest. */
  readonly keep?: CaptureRequest | undefined;
  readonly results?: readonly ResultInput[] | undefined;
  /** What ties the pieces of evidence together. Markdown. */
  readonly narrative?: string | undefined;
  /** Default: now. */
  readonly validFrom?: string | undefined;
  /** Default: `validFrom` and the achievement's `validFor`; without one, no end. */
  readonly validUntil?: string | undefined;
}

/** A renewal: what an issue request says, but for the recipient, who is known. */
export interface RenewCredential extends Omit<IssueCredential, 'recipient'> {
  /** Only to have the address hashed anew, or the name changed: it has to be the same person. */
  readonly recipient?: Recipient | undefined;
}

export interface RevokeCredential {
  /** Shown to everyone who checks the badge. */
  readonly reason?: string | undefined;
}

/** One badge of a request to revoke many. */
export interface RevokeOne {
  readonly id: string;
  /** Instead of the reason of the whole request. */
  readonly reason?: string | undefined;
}

export interface RevokeCredentials {
  readonly credentials: readonly RevokeOne[];
  /** The reason of all that have none of their own. */
  readonly reason?: string | undefined;
}

/** What came of one badge of a request to revoke many. */
export interface RevokedRow {
  readonly id: string;
  readonly result: 'revoked' | 'already-revoked' | 'refused';
  readonly revoked: { readonly at: string; readonly reason: string | null } | null;
  /** Null unless it was erased: such a badge is revoked without a reason. */
  readonly erasedAt: string | null;
  /** Why it was refused. */
  readonly problem: { readonly code: ProblemCode; readonly detail: string } | null;
}

export interface RevokedCredentials {
  /** How many were revoked by this request, were revoked before, and were refused. */
  readonly revoked: number;
  readonly alreadyRevoked: number;
  readonly refused: number;
  /** One for each badge of the request, in its order. */
  readonly results: readonly RevokedRow[];
}

export interface SuspendCredential {
  /** Shown to everyone who checks the badge while it is suspended. */
  readonly reason?: string | undefined;
}

export interface EraseCredential {
  /** Revokes the badge as well, so that copies which others have are no longer valid. Default: it does not. */
  readonly revoke?: boolean | undefined;
}

export const CREDENTIAL_STATES = ['current', 'not-yet-valid', 'expired', 'suspended', 'revoked', 'erased'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

export interface CredentialLinks {
  readonly html: string;
  readonly jsonld: string;
  readonly jwt: string;
  readonly png: string;
  readonly svg: string;
  readonly workLog: string;
}

export interface CredentialSummary {
  readonly id: string;
  /** The badge's public address, which is also its `id`. */
  readonly url: string;
  readonly issuerId: string;
  readonly achievementId: string;
  readonly state: CredentialState;
  readonly issuedAt: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly revoked: { readonly at: string; readonly reason: string | null } | null;
  /** Null unless it is suspended now. */
  readonly suspended: { readonly at: string; readonly reason: string | null } | null;
  readonly erasedAt: string | null;
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

export interface ListCredentialsQuery extends PageQuery {
  readonly issuer?: string | undefined;
  readonly achievement?: string | undefined;
  /** An e-mail address; it is compared by a keyed hash. */
  readonly recipient?: string | undefined;
  readonly state?: CredentialState | undefined;
}

const resultSchema = z
  .strictObject({
    resultDescription: text(2048).optional(),
    name: text(200).optional(),
    value: text(500).optional(),
    status: term('resultStatus').optional(),
    achievedLevel: text(2048).optional(),
  })
  .refine(
    (value) => value.value !== undefined || value.status !== undefined || value.achievedLevel !== undefined,
    as('at-least-one', 'needs `value`, `status` or `achievedLevel`'),
  )
  .meta({ id: 'ResultInput', example: { name: 'Grade', value: 'A' } });

const issueFields = {
  evidence: evidenceListSchema.optional(),
  author: declaredAuthorSchema.optional(),
  keep: captureRequestSchema.optional(),
  results: z.array(resultSchema).max(50).optional(),
  narrative: text(10_000).optional(),
  validFrom: dateTime().optional(),
  validUntil: dateTime().optional(),
};

function isInOrder({ validFrom, validUntil }: Pick<IssueCredential, 'validFrom' | 'validUntil'>): boolean {
  return validFrom === undefined || validUntil === undefined || Date.parse(validFrom) < Date.parse(validUntil);
}
const IN_ORDER = { ...as('end-before-start', 'is not later than `validFrom`'), path: ['validUntil'] };

export const issueCredentialSchema: z.ZodType<IssueCredential> = z
  .strictObject({ recipient: recipientSchema, ...issueFields })
  .refine(isInOrder, IN_ORDER)
  .meta({
    id: 'IssueCredential',
    example: {
      recipient: { email: 'ada@example.org', name: 'Ada Lovelace' },
      evidence: [
        {
          url: 'https://badges.example/example/todo-api.mjs',
          kind: 'file',
          name: 'Todo API',
          narrative: 'Built for module 4.',
        },
      ],
      results: [{ name: 'Grade', value: 'A' }],
    },
  });

export const renewCredentialSchema: z.ZodType<RenewCredential> = z
  .strictObject({ recipient: recipientSchema.optional(), ...issueFields })
  .refine(isInOrder, IN_ORDER)
  .meta({
    id: 'RenewCredential',
    example: {
      evidence: [{ url: 'https://badges.example/example/todo-api.mjs', kind: 'file', name: 'Todo API, version 2' }],
    },
  });

export const revokeCredentialSchema: z.ZodType<RevokeCredential> = z
  .strictObject({ reason: text(500).optional() })
  .meta({ id: 'RevokeCredential', example: { reason: 'The work was not the recipient’s own.' } });

/** The most badges that one request revokes. */
export const MAX_REVOKED_TOGETHER = 20_000;

export const revokeCredentialsSchema: z.ZodType<RevokeCredentials> = z
  .strictObject({
    credentials: z
      .array(z.strictObject({ id: id(), reason: text(500).optional() }).meta({ id: 'RevokeOne' }))
      .min(1)
      .max(MAX_REVOKED_TOGETHER),
    reason: text(500).optional(),
  })
  .meta({
    id: 'RevokeCredentials',
    example: { credentials: [{ id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01' }], reason: 'The course was withdrawn.' },
  });

const since = z.object({ at: z.string(), reason: z.string().nullable() }).nullable();

export const revokedCredentialsSchema: z.ZodType<RevokedCredentials> = z
  .object({
    revoked: z.int(),
    alreadyRevoked: z.int(),
    refused: z.int(),
    results: z.array(
      z
        .object({
          id: id(),
          result: z.enum(['revoked', 'already-revoked', 'refused']),
          revoked: since,
          erasedAt: z.string().nullable(),
          problem: z.object({ code: z.enum(PROBLEM_CODES), detail: z.string() }).nullable(),
        })
        .meta({ id: 'RevokedRow' }),
    ),
  })
  .meta({ id: 'RevokedCredentials' });

export const suspendCredentialSchema: z.ZodType<SuspendCredential> = z
  .strictObject({ reason: text(500).optional() })
  .meta({ id: 'SuspendCredential', example: { reason: 'The recipient’s identity is being checked.' } });

export const eraseCredentialSchema: z.ZodType<EraseCredential> = z
  .strictObject({ revoke: z.boolean().optional() })
  .meta({ id: 'EraseCredential', example: { revoke: true } });

export const listCredentialsQuerySchema: QuerySchema<ListCredentialsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional().meta({ description: 'Only an admin key may choose; other keys see their own issuer.' }),
  achievement: id().optional(),
  recipient: email().optional(),
  state: z.enum(CREDENTIAL_STATES).optional(),
});

const summary = {
  id: id(),
  url: z.string(),
  issuerId: id(),
  achievementId: id(),
  state: z.enum(CREDENTIAL_STATES),
  issuedAt: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  revoked: since,
  suspended: since,
  erasedAt: z.string().nullable(),
  predecessorId: z.string().nullable(),
  links: z.object({ html: z.string(), jsonld: z.string(), jwt: z.string(), png: z.string(), svg: z.string(), workLog: z.string() }),
};

export const credentialSummarySchema: z.ZodType<CredentialSummary> = z.object(summary).meta({ id: 'CredentialSummary' });

export const credentialResourceSchema: z.ZodType<CredentialResource> = z
  .object({
    ...summary,
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
