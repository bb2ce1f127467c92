import { z } from 'zod';
import { EVIDENCE_KINDS, type EvidenceKind } from '../evidence/facts.js';
import { duration } from './fields.js';

/** What an achievement requires of the evidence of its badges; `none` requires nothing, and every view then shows this. */
export type EvidencePolicy =
  | 'none'
  | {
      /** How many fitting pieces there must be, 1 to 20. */
      readonly min: number;
      /** Which kinds count; all when absent. */
      readonly kinds?: readonly EvidenceKind[] | undefined;
      /** Whether evidence must name one immutable version. Default `preferred`: shown to readers, and not required. */
      readonly pinned?: 'required' | 'preferred' | 'any' | undefined;
      /** Whether authorship must be found for each piece (`theirs` of a finding). Default `any`: shown to readers, and not required. */
      readonly authorship?: 'required' | 'recommended' | 'any' | undefined;
      /** How old evidence may be at issue, by the date of its commit or capture: an ISO 8601 duration such as `P18M`. */
      readonly maxAge?: string | undefined;
    };

export const evidencePolicySchema: z.ZodType<EvidencePolicy> = z
  .union([
    z.literal('none'),
    z.strictObject({
      min: z.int().min(1).max(20),
      kinds: z.array(z.enum(EVIDENCE_KINDS)).min(1).max(EVIDENCE_KINDS.length).optional(),
      pinned: z.enum(['required', 'preferred', 'any']).optional(),
      authorship: z.enum(['required', 'recommended', 'any']).optional(),
      maxAge: duration().optional(),
    }),
  ])
  .meta({
    id: 'EvidencePolicy',
    description:
      '`none`, or how many pieces of which kinds, whether each must name one immutable version, whether something must tie it to the recipient, and how old it may be.',
    example: { min: 1, kinds: ['repository', 'document'], pinned: 'required', authorship: 'recommended', maxAge: 'P2Y' },
  });
