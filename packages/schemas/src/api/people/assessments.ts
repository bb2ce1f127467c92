import { z } from 'zod';
import { type CredentialSummary, credentialSummarySchema, LIST_ORDERS, type ListOrder } from '../credential-resources.js';
import { id, text } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';

/** Whether the badges of an achievement want a second pair of eyes. */
export const ASSESSMENT_WISHES = ['none', 'wanted'] as const;
export type AssessmentWish = (typeof ASSESSMENT_WISHES)[number];

/** `waiting` for an assessor; what they decided. A badge that was withdrawn while it waited waits no more. */
export const ASSESSMENT_STATES = ['waiting', 'endorsed', 'sent-back'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** A person by name; `name` is null of somebody who is not here any more. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
}

/** A piece of the work behind a badge, as the badge names it. */
export interface AssessedWork {
  /** Null of a piece that the badge names by no address. */
  readonly url: string | null;
  readonly name: string | null;
  readonly description: string | null;
}

/** The question to an assessor whether they vouch for a badge, and the answer. */
export interface Assessment {
  readonly id: string;
  readonly issuerId: string;
  readonly credentialId: string;
  readonly state: AssessmentState;
  readonly credential: CredentialSummary;
  readonly work: readonly AssessedWork[];
  /** Whether its achievement wants an assessment of every badge, or somebody asked for this one. */
  readonly asked: 'by-achievement' | 'by-hand';
  /** Who issued the badge, or asked by hand; null where an API key did. */
  readonly askedBy: NamedPerson | null;
  /** What who asked by hand wrote to the assessors. */
  readonly note: string | null;
  /** Whether whoever asks now may decide it: it waits, and they neither issued the badge nor asked for it. False for API keys. */
  readonly decidable: boolean;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly decidedBy: NamedPerson | null;
  /** Why it was sent back. */
  readonly reason: string | null;
  /** What was signed, once it was endorsed. */
  readonly endorsement: { readonly id: string; readonly url: string; readonly comment: string | null } | null;
}

export interface ListAssessmentsQuery extends PageQuery {
  readonly issuer?: string | undefined;
  readonly credential?: string | undefined;
  readonly state?: AssessmentState | undefined;
  readonly order?: ListOrder | undefined;
}

/** Asks for an assessment of one badge. */
export interface AskForAssessment {
  /** For the assessors. It is not published; the learner finds it in the export of their data. */
  readonly note?: string | undefined;
}

/** What an assessor says of a badge, for everybody to read. */
export interface EndorseAssessed {
  /** Markdown. */
  readonly comment: string;
}

/** Why an assessor does not vouch for a badge, for the people of its issuer. */
export interface SendBack {
  readonly reason: string;
}

export const namedPersonSchema: z.ZodType<NamedPerson> = z.object({ id: id(), name: z.string().nullable() }).meta({ id: 'NamedPerson' });

const workSchema: z.ZodType<AssessedWork> = z
  .object({ url: z.string().nullable(), name: z.string().nullable(), description: z.string().nullable() })
  .meta({ id: 'AssessedWork' });

export const assessmentSchema: z.ZodType<Assessment> = z
  .object({
    id: id(),
    issuerId: id(),
    credentialId: id(),
    state: z.enum(ASSESSMENT_STATES),
    credential: credentialSummarySchema,
    work: z.array(workSchema),
    asked: z.enum(['by-achievement', 'by-hand']),
    askedBy: namedPersonSchema.nullable(),
    note: z.string().nullable(),
    decidable: z.boolean(),
    createdAt: z.string(),
    decidedAt: z.string().nullable(),
    decidedBy: namedPersonSchema.nullable(),
    reason: z.string().nullable(),
    endorsement: z.object({ id: id(), url: z.string(), comment: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Assessment' });

export const listAssessmentsQuerySchema: QuerySchema<ListAssessmentsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional().meta({ description: 'Whose: who has not exactly one issuer has to name it.' }),
  credential: id().optional().meta({ description: 'Those of one badge.' }),
  state: z.enum(ASSESSMENT_STATES).optional().meta({ description: 'When absent `waiting`; of one badge, every state.' }),
  order: z.enum(LIST_ORDERS).optional().meta({ description: '`oldest` first when absent.' }),
});

export const askForAssessmentSchema: z.ZodType<AskForAssessment> = z
  .strictObject({ note: text(2000).optional() })
  .meta({ id: 'AskForAssessment', example: { note: 'Please look at the tests first.' } });

export const endorseAssessedSchema: z.ZodType<EndorseAssessed> = z
  .strictObject({ comment: text(10_000) })
  .meta({ id: 'EndorseAssessed', example: { comment: 'I read every line and asked Ada about it.' } });

export const sendBackSchema: z.ZodType<SendBack> = z
  .strictObject({ reason: text(2000) })
  .meta({ id: 'SendBack', example: { reason: 'The link leads to another repository.' } });
