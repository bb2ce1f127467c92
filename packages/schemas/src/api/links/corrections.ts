import { z } from 'zod';
import { id } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';

/** `waiting` for the issuer: a new address was proven before that. */
export const CORRECTION_STATES = ['waiting', 'accepted', 'refused'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** What a learner wants corrected of whose a badge is. */
export interface Correction {
  readonly id: string;
  readonly issuerId: string;
  readonly credentialId: string;
  readonly state: CorrectionState;
  /** What is right, as the learner says; null for what is right already, and once it was decided. */
  readonly proposed: { readonly name: string | null; readonly email: string | null } | null;
  /** Whether they had claimed the badge by a link that the service mailed to its present address. Otherwise anybody may have asked who had the link. */
  readonly provesAddress: boolean;
  readonly createdAt: string;
  readonly decidedAt: string | null;
}

export interface ListCorrectionsQuery extends PageQuery {
  readonly issuer?: string | undefined;
  readonly state?: CorrectionState | undefined;
}

/** Agrees, and has the badge corrected; or does not. */
export interface DecideCorrection {
  readonly accept: boolean;
}

export const correctionSchema: z.ZodType<Correction> = z
  .object({
    id: id(),
    issuerId: id(),
    credentialId: id(),
    state: z.enum(CORRECTION_STATES),
    proposed: z.object({ name: z.string().nullable(), email: z.string().nullable() }).nullable(),
    provesAddress: z.boolean(),
    createdAt: z.string(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'Correction' });

export const listCorrectionsQuerySchema: QuerySchema<ListCorrectionsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional().meta({ description: 'Whose: an admin key has to name it; other keys have their own issuer.' }),
  state: z.enum(CORRECTION_STATES).optional().meta({ description: '`waiting` when absent.' }),
});

export const decideCorrectionSchema: z.ZodType<DecideCorrection> = z
  .strictObject({ accept: z.boolean() })
  .meta({ id: 'DecideCorrection', example: { accept: true } });
