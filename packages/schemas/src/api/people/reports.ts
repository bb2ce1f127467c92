import { z } from 'zod';
import { id } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';

/** What a reader can report of an issuer. */
export const REPORT_REASONS = ['impersonation', 'untrue', 'personal-data', 'unlawful', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What an operator makes of a report. */
export const REPORT_DECISIONS = ['dismissed', 'acted'] as const;
export type ReportDecision = (typeof REPORT_DECISIONS)[number];

export const REPORT_STATES = ['open', 'dismissed', 'acted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Characters of what a reader can write. */
export const MAX_REPORT_TEXT = 2000;

/** What somebody told the operator of an issuer. Nobody else sees it, and it alone judges nobody. */
export interface IssuerReport {
  readonly id: string;
  readonly issuerId: string;
  /** The badge on whose page they were; null where it was another page. */
  readonly credentialId: string | null;
  readonly reason: ReportReason;
  /** Null where they wrote nothing, and once it was forgotten. */
  readonly text: string | null;
  /** Where they can be answered; null where they gave nothing, and once it was forgotten. */
  readonly email: string | null;
  readonly state: ReportState;
  readonly createdAt: string;
  readonly decidedAt: string | null;
}

export interface DecideReport {
  readonly decision: ReportDecision;
}

export interface ListReportsQuery extends PageQuery {
  readonly state?: ReportState | undefined;
  readonly issuer?: string | undefined;
}

export const issuerReportSchema: z.ZodType<IssuerReport> = z
  .object({
    id: id(),
    issuerId: id(),
    credentialId: id().nullable(),
    reason: z.enum(REPORT_REASONS),
    text: z.string().nullable(),
    email: z.string().nullable(),
    state: z.enum(REPORT_STATES),
    createdAt: z.string(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'IssuerReport' });

export const decideReportSchema: z.ZodType<DecideReport> = z
  .strictObject({ decision: z.enum(REPORT_DECISIONS) })
  .meta({ id: 'DecideReport', example: { decision: 'dismissed' } });

export const listReportsQuerySchema: QuerySchema<ListReportsQuery> = z.strictObject({
  ...pageQueryFields,
  state: z.enum(REPORT_STATES).optional().meta({ description: 'Only those in this state; all when absent.' }),
  issuer: id().optional().meta({ description: 'Only those about this issuer.' }),
});
