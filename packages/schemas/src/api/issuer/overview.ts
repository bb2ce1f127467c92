import { z } from 'zod';
import { type CredentialSummary, credentialSummarySchema } from '../credential-resources.js';

/** How often something happened. */
export interface DailyCount {
  /** Since the issuer was made. */
  readonly total: number;
  /** On each of the last 84 days of UTC, the oldest first and today last. */
  readonly byDay: readonly number[];
}

/** What the work of a badge was found to be. */
const WORK_FOUND = ['gone', 'changed', 'private', 'matches'] as const;

/** A badge of whose work an answer changed. */
export interface ChangedWorkOfBadge {
  readonly badge: CredentialSummary;
  /** When the last answer changed. */
  readonly at: string;
  /** The worst that is known now of a piece of its work. */
  readonly found: (typeof WORK_FOUND)[number];
}

/** What there is of one issuer, and what happened lately. */
export interface IssuerOverview {
  readonly asOf: string;
  /** The first of the days, such as 2026-09-01. */
  readonly since: string;
  readonly issued: DailyCount;
  readonly claimed: DailyCount;
  /** Looks at pieces of work that found an answer. */
  readonly checked: DailyCount;
  readonly changed: DailyCount & { readonly latest: readonly ChangedWorkOfBadge[] };
  readonly ending: {
    /** How many badges end in each of the next 13 weeks. */
    readonly byWeek: readonly number[];
    /** There are so many that not all were counted. */
    readonly more: boolean;
    readonly next: readonly CredentialSummary[];
  };
}

const dailyCount = { total: z.int(), byDay: z.array(z.int()) };
const dailyCountSchema = z.object(dailyCount).meta({ id: 'DailyCount' });

const changedWorkSchema: z.ZodType<ChangedWorkOfBadge> = z
  .object({ badge: credentialSummarySchema, at: z.string(), found: z.enum(WORK_FOUND) })
  .meta({ id: 'ChangedWorkOfBadge' });

export const issuerOverviewSchema: z.ZodType<IssuerOverview> = z
  .object({
    asOf: z.string(),
    since: z.string(),
    issued: dailyCountSchema,
    claimed: dailyCountSchema,
    checked: dailyCountSchema,
    changed: z.object({ ...dailyCount, latest: z.array(changedWorkSchema) }),
    ending: z.object({ byWeek: z.array(z.int()), more: z.boolean(), next: z.array(credentialSummarySchema) }),
  })
  .meta({ id: 'IssuerOverview' });
