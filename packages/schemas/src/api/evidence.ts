import { z } from 'zod';
import { id, text, workUrl } from './fields.js';

/** What a piece of work is. `page` is any web page that is not recognised as something else. */
export const EVIDENCE_KINDS = ['repository', 'deployment', 'document', 'video', 'image', 'file', 'page'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What an achievement asks of the work behind its badges; `none` asks for nothing, and every view then says so. */
export type EvidencePolicy =
  | 'none'
  | {
      /** How many fitting pieces there must be, 1 to 20. */
      readonly min: number;
      /** Which kinds count; all when absent. */
      readonly kinds?: readonly EvidenceKind[] | undefined;
      /** Whether a piece must name one immutable version. Default `preferred`: said to readers, and not asked for. */
      readonly pinned?: 'required' | 'preferred' | 'any' | undefined;
    };

/** A link to work, as the caller gives it. */
export interface EvidenceInput {
  readonly url: string;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly narrative?: string | undefined;
  readonly genre?: string | undefined;
  readonly audience?: string | undefined;
  /** What it is, when the link alone does not tell. */
  readonly kind?: EvidenceKind | undefined;
}

/** What pinning found about one link. */
export interface EvidenceFinding {
  readonly url: string;
  readonly kind: EvidenceKind;
  readonly pinned: boolean;
  /** How it is pinned: by the digest of its bytes, by what the link itself names (a commit, SWHID, DOI, capture), or not at all. */
  readonly method: 'digest' | 'commit' | 'swhid' | 'doi' | 'capture' | 'none';
  readonly digestMultibase: string | null;
  readonly mediaType: string | null;
  /** Bytes, when it was fetched. */
  readonly size: number | null;
  /** Why it is not pinned: a stable code such as `live-page`, `branch-link`, `timeout` or `http-status`; null when it is. */
  readonly reason: string | null;
}

export interface CheckEvidence {
  /** With an achievement, the answer also says whether its policy would be met. */
  readonly achievementId?: string | undefined;
  readonly evidence: readonly EvidenceInput[];
}

export interface EvidenceCheck {
  readonly evidence: readonly EvidenceFinding[];
  /** Null when no achievement was named. */
  readonly policy: {
    readonly met: boolean;
    readonly missing: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  } | null;
}

const kind = z.enum(EVIDENCE_KINDS);

export const evidencePolicySchema: z.ZodType<EvidencePolicy> = z
  .union([
    z.literal('none'),
    z.strictObject({
      min: z.int().min(1).max(20),
      kinds: z.array(kind).min(1).max(EVIDENCE_KINDS.length).optional(),
      pinned: z.enum(['required', 'preferred', 'any']).optional(),
    }),
  ])
  .meta({
    id: 'EvidencePolicy',
    description: '`none`, or how many pieces of which kinds, and whether each must name one immutable version.',
    example: { min: 1, kinds: ['repository', 'document'], pinned: 'required' },
  });

const evidenceInputSchema = z
  .strictObject({
    url: workUrl(),
    name: text(300).optional(),
    description: text(2000).optional(),
    narrative: text(10_000).optional(),
    genre: text(100).optional(),
    audience: text(200).optional(),
    kind: kind.optional(),
  })
  .meta({
    id: 'EvidenceInput',
    example: {
      url: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567',
      name: 'Todo API',
      narrative: 'Built for module 4 and assessed against rubric R2.',
    },
  });

/** Links to work: at most 20. */
export const evidenceListSchema: z.ZodType<readonly EvidenceInput[]> = z.array(evidenceInputSchema).max(20);

export const evidenceFindingSchema: z.ZodType<EvidenceFinding> = z
  .object({
    url: z.string(),
    kind,
    pinned: z.boolean(),
    method: z.enum(['digest', 'commit', 'swhid', 'doi', 'capture', 'none']),
    digestMultibase: z.string().nullable(),
    mediaType: z.string().nullable(),
    size: z.int().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'EvidenceFinding' });

export const checkEvidenceSchema: z.ZodType<CheckEvidence> = z
  .strictObject({ achievementId: id().optional(), evidence: z.array(evidenceInputSchema).min(1).max(20) })
  .meta({ id: 'CheckEvidence', example: { evidence: [{ url: 'https://github.com/ada/todo/tree/main' }] } });

export const evidenceCheckSchema: z.ZodType<EvidenceCheck> = z
  .object({
    evidence: z.array(evidenceFindingSchema),
    policy: z
      .object({
        met: z.boolean(),
        missing: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: 'EvidenceCheck' });
