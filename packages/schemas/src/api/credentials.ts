import { z } from 'zod';
import { term } from './achievement-parts.js';
import type { AnyEvidenceInput, CaptureRequest, DeclaredAuthor } from './evidence-input.js';
import { captureRequestSchema, declaredAuthorSchema, evidenceListSchema } from './evidence-input.js';
import { as, dateTime, text } from './fields.js';
import { DUPLICATE_RULES, type DuplicateRule } from './issuance-jobs/options.js';
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
  /** Whether the recipient gets a mail with a link to claim the badge. Default: what the issuer says for all. */
  readonly mail?: boolean | undefined;
  /** When the recipient has a badge of the achievement that stands. Default: `allow`. */
  readonly onDuplicate?: DuplicateRule | undefined;
}

/** A renewal: what an issue request says, but for the recipient, who is known. */
export interface RenewCredential extends Omit<IssueCredential, 'recipient' | 'onDuplicate'> {
  /** Only to have the address hashed anew, or the name changed: it has to be the same person. */
  readonly recipient?: Recipient | undefined;
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
  mail: z.boolean().optional(),
};

function isInOrder({ validFrom, validUntil }: Pick<IssueCredential, 'validFrom' | 'validUntil'>): boolean {
  return validFrom === undefined || validUntil === undefined || Date.parse(validFrom) < Date.parse(validUntil);
}
const IN_ORDER = { ...as('end-before-start', 'is not later than `validFrom`'), path: ['validUntil'] };

export const issueCredentialSchema: z.ZodType<IssueCredential> = z
  .strictObject({ recipient: recipientSchema, ...issueFields, onDuplicate: z.enum(DUPLICATE_RULES).optional() })
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
