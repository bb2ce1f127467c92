import { z } from 'zod';
import { id } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';

export const BULK_ACT_KINDS = ['revoke', 'suspend', 'issue'] as const;
/**
 * `open` can be undone. `finishing` and `undoing` go on by themselves. `final` and `undone` have ended.
 */
export const BULK_ACT_STATES = ['open', 'finishing', 'final', 'undoing', 'undone'] as const;

/** What was done to many badges at once, and can be undone for ten minutes. */
export interface BulkAct {
  readonly id: string;
  readonly issuerId: string;
  readonly kind: (typeof BULK_ACT_KINDS)[number];
  readonly state: (typeof BULK_ACT_STATES)[number];
  /** How many badges it is about. */
  readonly badges: number;
  /** The job that was taken back; null for the other kinds. */
  readonly jobId: string | null;
  /** The API key or the person. */
  readonly actorId: string;
  readonly createdAt: string;
  readonly undoUntil: string;
  readonly endedAt: string | null;
}

export interface ListBulkActsQuery extends PageQuery {
  readonly issuer?: string | undefined;
}

/** Takes back what a job issued. That is for good, so a request says that it is meant. */
export interface UndoIssuanceJob {
  readonly confirm: 'revoke';
  /** `keep` leaves the badges that were claimed; without it, a job of which one was claimed is not taken back. */
  readonly claimed?: 'keep' | undefined;
}

export const bulkActSchema: z.ZodType<BulkAct> = z
  .object({
    id: id(),
    issuerId: id(),
    kind: z.enum(BULK_ACT_KINDS),
    state: z.enum(BULK_ACT_STATES),
    badges: z.int(),
    jobId: id().nullable(),
    actorId: id(),
    createdAt: z.string(),
    undoUntil: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'BulkAct' });

export const listBulkActsQuerySchema: QuerySchema<ListBulkActsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional(),
});

export const undoIssuanceJobSchema: z.ZodType<UndoIssuanceJob> = z
  .strictObject({ confirm: z.literal('revoke'), claimed: z.literal('keep').optional() })
  .meta({ id: 'UndoIssuanceJob', example: { confirm: 'revoke' } });
