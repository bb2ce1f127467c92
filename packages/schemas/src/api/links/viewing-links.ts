import { z } from 'zod';
import { text } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';

export interface CreateViewingLink {
  /** The `id` of the evidence in the badge (`urn:uuid:…`); may be left out where the badge has one piece of private evidence. */
  readonly evidence?: string | undefined;
  /** Who will look at it. The recipient sees this name beside each use of the link. */
  readonly for: string;
  /** How many days the link works, 1 to 366; 14 when absent. */
  readonly days?: number | undefined;
  /** How often the work may be opened, 1 to 1000; as often as they like when absent. */
  readonly maxViews?: number | undefined;
}

export interface ViewingLink {
  readonly id: string;
  readonly credentialId: string;
  readonly evidence: string;
  readonly for: string;
  readonly state: 'open' | 'expired' | 'used-up' | 'revoked';
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly maxViews: number | null;
  /** How often the work was opened. */
  readonly views: number;
  /** When it was, newest first; the last hundred times. */
  readonly viewedAt: readonly string[];
}

export interface CreatedViewingLink extends ViewingLink {
  /** Shown once: only a hash of it is stored. */
  readonly url: string;
}

export const createViewingLinkSchema: z.ZodType<CreateViewingLink> = z
  .strictObject({
    evidence: text(60).optional(),
    for: text(200),
    days: z.int().min(1).max(366).optional(),
    maxViews: z.int().min(1).max(1000).optional(),
  })
  .meta({ id: 'CreateViewingLink', example: { for: 'Initech, Ms Lumbergh', days: 14, maxViews: 5 } });

const viewingLink = {
  id: z.string(),
  credentialId: z.string(),
  evidence: z.string(),
  for: z.string(),
  state: z.enum(['open', 'expired', 'used-up', 'revoked']),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  maxViews: z.int().nullable(),
  views: z.int(),
  viewedAt: z.array(z.string()),
};

export const viewingLinkSchema: z.ZodType<ViewingLink> = z.object(viewingLink).meta({ id: 'ViewingLink' });
export const createdViewingLinkSchema: z.ZodType<CreatedViewingLink> = z
  .object({ ...viewingLink, url: z.string() })
  .meta({ id: 'CreatedViewingLink' });
export const listViewingLinksQuerySchema: QuerySchema<PageQuery> = z.strictObject({ ...pageQueryFields });
