import { z } from 'zod';
import { id } from '../fields.js';
import type { QuerySchema } from '../paging.js';

export interface CreateClaimLink {
  /** How many days it can be used, 1 to 366; 30 when absent. */
  readonly days?: number | undefined;
}

/** A link by which a learner claims one badge. `url` is shown this once: only a hash of it is stored. */
export interface CreatedClaimLink {
  readonly id: string;
  readonly credentialId: string;
  readonly url: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Whether its use proves that the learner has the address to which the badge was issued: only of a link that the service mails itself. */
  readonly provesAddress: boolean;
}

/** What a learner answered about what may be public. Null is what was not asked. */
export interface Consent {
  readonly at: string;
  readonly page: boolean;
  readonly search: boolean;
  readonly copies: boolean | null;
  readonly archives: boolean | null;
}

export interface ClaimCountsQuery {
  readonly issuer?: string | undefined;
  readonly achievement?: string | undefined;
}

/** How many badges that were neither withdrawn nor erased were claimed. */
export interface ClaimCounts {
  readonly claimed: number;
  readonly unclaimed: number;
  /** Of the unclaimed ones: those of which a link can be used now. */
  readonly linked: number;
}

export const createClaimLinkSchema: z.ZodType<CreateClaimLink> = z
  .strictObject({ days: z.int().min(1).max(366).optional() })
  .meta({ id: 'CreateClaimLink', example: { days: 30 } });

export const createdClaimLinkSchema: z.ZodType<CreatedClaimLink> = z
  .object({
    id: id(),
    credentialId: id(),
    url: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    provesAddress: z.boolean(),
  })
  .meta({ id: 'CreatedClaimLink' });

export const consentSchema: z.ZodType<Consent> = z
  .object({
    at: z.string(),
    page: z.boolean(),
    search: z.boolean(),
    copies: z.boolean().nullable(),
    archives: z.boolean().nullable(),
  })
  .meta({ id: 'Consent' });

export const claimCountsQuerySchema: QuerySchema<ClaimCountsQuery> = z.strictObject({
  issuer: id().optional().meta({ description: 'Whose: an admin key has to name it; other keys have their own issuer.' }),
  achievement: id().optional(),
});

export const claimCountsSchema: z.ZodType<ClaimCounts> = z
  .object({ claimed: z.int(), unclaimed: z.int(), linked: z.int() })
  .meta({ id: 'ClaimCounts' });
