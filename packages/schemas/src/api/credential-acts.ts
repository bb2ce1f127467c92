import { z } from 'zod';
import { type BulkAct, bulkActSchema } from './acts/bulk-acts.js';
import { as, email, id, text } from './fields.js';
import { PROBLEM_CODES, type ProblemCode } from './problem.js';

/** Revoking cannot be undone, so a request says that it is meant. */
export interface RevokeCredential {
  readonly confirm: 'revoke';
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
  readonly confirm: 'revoke';
  readonly credentials: readonly RevokeOne[];
  /** The reason of all that have none of their own. */
  readonly reason?: string | undefined;
  /** Suspends them now and revokes them in ten minutes, unless that is undone. Default: revokes them now, for good. */
  readonly undoable?: boolean | undefined;
}

/** What came of one badge of a request about many. */
interface RowOfMany<Outcome extends string> {
  readonly id: string;
  readonly result: Outcome | 'refused';
  /** Why it was refused. */
  readonly problem: { readonly code: ProblemCode; readonly detail: string } | null;
}

/** What came of one badge of a request to revoke many. `suspended` is one that will be revoked, unless that is undone. */
export interface RevokedRow extends RowOfMany<'revoked' | 'already-revoked' | 'suspended'> {
  readonly revoked: { readonly at: string; readonly reason: string | null } | null;
  /** Null unless it was erased: such a badge is revoked without a reason. */
  readonly erasedAt: string | null;
}

export interface RevokedCredentials {
  /** How many were revoked by this request, were revoked before, are suspended until they are revoked, and were refused. */
  readonly revoked: number;
  readonly alreadyRevoked: number;
  readonly suspended: number;
  readonly refused: number;
  /** How it can be undone: one for each issuer; none where it cannot be. */
  readonly acts: readonly BulkAct[];
  /** One for each badge of the request, in its order. */
  readonly results: readonly RevokedRow[];
}

export interface SuspendCredential {
  /** Shown to everyone who checks the badge while it is suspended. */
  readonly reason?: string | undefined;
}

/** Badges that are suspended together, or resumed. */
export interface SuspendCredentials {
  readonly credentials: readonly { readonly id: string }[];
  /** Shown to everyone who checks the badges while they are suspended. */
  readonly reason?: string | undefined;
  /** Keeps what was done as one act, which can be undone for ten minutes. */
  readonly undoable?: boolean | undefined;
}

export interface ResumeCredentials {
  readonly credentials: readonly { readonly id: string }[];
}

/** What came of one badge of a request to suspend or resume many. */
export interface ChangedRow extends RowOfMany<'changed' | 'unchanged'> {
  readonly suspended: { readonly at: string; readonly reason: string | null } | null;
}

export interface ChangedCredentials {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** How it can be undone: one for each issuer; none where it cannot be. */
  readonly acts: readonly BulkAct[];
  /** One for each badge of the request, in its order. */
  readonly results: readonly ChangedRow[];
}

/** Badges that are to be sent to their recipients again. */
export interface ResendCredentials {
  readonly credentials: readonly { readonly id: string }[];
}

/** What came of one badge that was to be sent again. */
export interface ResentRow extends RowOfMany<'resent' | 'too-soon'> {
  /** `resent`: the event `credential.resent` tells of it. `too-soon`: that was asked for less than an hour ago, and no event tells of this request. */
  readonly result: 'resent' | 'too-soon' | 'refused';
  /** When it was last asked for; null when it was refused. */
  readonly resentAt: string | null;
}

export interface ResentCredentials {
  readonly resent: number;
  readonly tooSoon: number;
  readonly refused: number;
  /** One for each badge of the request, in its order. */
  readonly results: readonly ResentRow[];
}

/** What is said of a recipient wrongly. What is left out stays as it is. */
export interface CorrectCredential {
  readonly recipient: { readonly name?: string | undefined; readonly email?: string | undefined; readonly externalId?: string | undefined };
}

export interface EraseCredential {
  readonly confirm: 'erase';
  /** Revokes the badge as well, so that copies which others have are no longer valid. Default: it does not. */
  readonly revoke?: boolean | undefined;
}

const since = z.object({ at: z.string(), reason: z.string().nullable() }).nullable();
const problemOfRow = z.object({ code: z.enum(PROBLEM_CODES), detail: z.string() }).nullable();

export const revokeCredentialSchema: z.ZodType<RevokeCredential> = z
  .strictObject({ confirm: z.literal('revoke'), reason: text(500).optional() })
  .meta({ id: 'RevokeCredential', example: { confirm: 'revoke', reason: 'The work was not the recipient’s own.' } });

/** The most badges that one request revokes, suspends, resumes or has sent again. */
export const MAX_REVOKED_TOGETHER = 20_000;

export const revokeCredentialsSchema: z.ZodType<RevokeCredentials> = z
  .strictObject({
    confirm: z.literal('revoke'),
    credentials: z
      .array(z.strictObject({ id: id(), reason: text(500).optional() }).meta({ id: 'RevokeOne' }))
      .min(1)
      .max(MAX_REVOKED_TOGETHER),
    reason: text(500).optional(),
    undoable: z.boolean().optional(),
  })
  .meta({
    id: 'RevokeCredentials',
    example: { confirm: 'revoke', credentials: [{ id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01' }], reason: 'The course was withdrawn.' },
  });

export const revokedCredentialsSchema: z.ZodType<RevokedCredentials> = z
  .object({
    revoked: z.int(),
    alreadyRevoked: z.int(),
    suspended: z.int(),
    refused: z.int(),
    acts: z.array(bulkActSchema),
    results: z.array(
      z
        .object({
          id: id(),
          result: z.enum(['revoked', 'already-revoked', 'suspended', 'refused']),
          revoked: since,
          erasedAt: z.string().nullable(),
          problem: problemOfRow,
        })
        .meta({ id: 'RevokedRow' }),
    ),
  })
  .meta({ id: 'RevokedCredentials' });

export const suspendCredentialSchema: z.ZodType<SuspendCredential> = z
  .strictObject({ reason: text(500).optional() })
  .meta({ id: 'SuspendCredential', example: { reason: 'The recipient’s identity is being checked.' } });

export const eraseCredentialSchema: z.ZodType<EraseCredential> = z
  .strictObject({ confirm: z.literal('erase'), revoke: z.boolean().optional() })
  .meta({ id: 'EraseCredential', example: { confirm: 'erase', revoke: true } });

const together = z
  .array(z.strictObject({ id: id() }).meta({ id: 'OneOfMany' }))
  .min(1)
  .max(MAX_REVOKED_TOGETHER);

export const suspendCredentialsSchema: z.ZodType<SuspendCredentials> = z
  .strictObject({ credentials: together, reason: text(500).optional(), undoable: z.boolean().optional() })
  .meta({
    id: 'SuspendCredentials',
    example: { credentials: [{ id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01' }], reason: 'The results are being reviewed.' },
  });

export const resumeCredentialsSchema: z.ZodType<ResumeCredentials> = z
  .strictObject({ credentials: together })
  .meta({ id: 'ResumeCredentials', example: { credentials: [{ id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01' }] } });

export const changedCredentialsSchema: z.ZodType<ChangedCredentials> = z
  .object({
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    acts: z.array(bulkActSchema),
    results: z.array(
      z
        .object({
          id: id(),
          result: z.enum(['changed', 'unchanged', 'refused']),
          suspended: since,
          problem: problemOfRow,
        })
        .meta({ id: 'ChangedRow' }),
    ),
  })
  .meta({ id: 'ChangedCredentials' });

export const resendCredentialsSchema: z.ZodType<ResendCredentials> = z
  .strictObject({ credentials: together })
  .meta({ id: 'ResendCredentials', example: { credentials: [{ id: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01' }] } });

export const resentRowSchema: z.ZodType<ResentRow> = z
  .object({
    id: id(),
    result: z.enum(['resent', 'too-soon', 'refused']),
    resentAt: z.string().nullable(),
    problem: problemOfRow,
  })
  .meta({ id: 'ResentRow' });

export const resentCredentialsSchema: z.ZodType<ResentCredentials> = z
  .object({ resent: z.int(), tooSoon: z.int(), refused: z.int(), results: z.array(resentRowSchema) })
  .meta({ id: 'ResentCredentials' });

export const correctCredentialSchema: z.ZodType<CorrectCredential> = z
  .strictObject({
    recipient: z
      .strictObject({ name: text(200).optional(), email: email().optional(), externalId: text(200).optional() })
      .refine(
        (value) => Object.values(value).some((one) => one !== undefined),
        as('at-least-one', 'needs `name`, `email` or `externalId`'),
      ),
  })
  .meta({ id: 'CorrectCredential', example: { recipient: { name: 'Ada King' } } });
