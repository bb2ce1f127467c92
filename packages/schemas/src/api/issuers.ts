import { z } from 'zod';
import { email, id, matching, text, webUrl } from './fields.js';
import { type BadgeDesign, badgeDesignSchema, type UpdateBadgeDesign, updateBadgeDesignSchema } from './pictures/badge-design.js';

/** A new issuer. Its DID follows from the service's address and the slug, and neither can change later. */
export interface CreateIssuer {
  readonly slug: string;
  readonly name: string;
  /** A test issuer signs with " (TEST)" after its name. Default `live`. */
  readonly mode?: 'live' | 'test' | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly email?: string | undefined;
  readonly image?: string | undefined;
  /** The number of the organisation's page on LinkedIn, for "add to profile". */
  readonly linkedinOrganizationId?: string | undefined;
  /** Who is responsible, and what is done with data of people: addresses that stand on each public page of the issuer. */
  readonly imprintUrl?: string | undefined;
  readonly privacyUrl?: string | undefined;
  /** How the generated images of its badges look. */
  readonly badgeDesign?: BadgeDesign | undefined;
}

/** A change of an issuer (JSON Merge Patch, RFC 7396): null removes, absent leaves alone. */
export interface UpdateIssuer {
  readonly name?: string | undefined;
  readonly url?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly image?: string | null | undefined;
  readonly linkedinOrganizationId?: string | null | undefined;
  readonly imprintUrl?: string | null | undefined;
  readonly privacyUrl?: string | null | undefined;
  readonly badgeDesign?: UpdateBadgeDesign | null | undefined;
}

export interface Issuer {
  readonly id: string;
  readonly slug: string;
  readonly mode: 'live' | 'test';
  readonly did: string;
  readonly name: string;
  readonly url: string | null;
  readonly description: string | null;
  readonly email: string | null;
  readonly image: string | null;
  readonly linkedinOrganizationId: string | null;
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
  readonly badgeDesign: BadgeDesign | null;
  /** Since when, and why, the operator of the service has suspended it; null as a rule. */
  readonly suspended: { readonly at: string; readonly reason: string } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly links: { readonly html: string; readonly did: string; readonly jwks: string };
}

/** That the operator suspends an issuer. Everybody can read the reason. */
export interface SuspendIssuer {
  readonly reason: string;
}

/** How long things of an issuer are kept, in days. */
export interface Retention {
  /** Jobs that issue many badges, after their end. */
  readonly jobDays: number;
  /** What stood in rows that were refused or not begun, and uploads that were not read to their end, after the end of their job. */
  readonly refusedRowDays: number;
  /** People, with all their badges, after the last of these has ended; null for as long as nobody erases them. */
  readonly recipientDays: number | null;
}

/** A change of that (JSON Merge Patch): null is what is usual, absent leaves alone. */
export interface UpdateRetention {
  readonly jobDays?: number | null | undefined;
  readonly refusedRowDays?: number | null | undefined;
  readonly recipientDays?: number | null | undefined;
  /** Needed with a number for `recipientDays`: people are erased then without another question. */
  readonly confirm?: 'erase' | undefined;
}

const linkedin = matching(
  /^\d{1,20}$/,
  20,
  'not-allowed',
  'is not the number of an organisation: give its digits alone, such as 1234567, which stand in the address of its admin page on LinkedIn',
);

export const createIssuerSchema: z.ZodType<CreateIssuer> = z
  .strictObject({
    slug: matching(
      /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
      63,
      'not-allowed',
      'is not 1 to 63 characters of a-z, 0-9 and hyphens inside, such as acme-academy',
    ).meta({
      description: 'Part of the address and of the DID; it cannot change.',
      example: 'riverside',
    }),
    name: text(200).meta({ example: 'Riverside College' }),
    mode: z.enum(['live', 'test']).optional(),
    url: webUrl().optional().meta({ example: 'https://riverside.example' }),
    description: text(2000).optional(),
    email: email().optional(),
    image: webUrl().optional(),
    linkedinOrganizationId: linkedin.optional(),
    imprintUrl: webUrl().optional(),
    privacyUrl: webUrl().optional(),
    badgeDesign: badgeDesignSchema.optional(),
  })
  .meta({ id: 'CreateIssuer', example: { slug: 'riverside', name: 'Riverside College', url: 'https://riverside.example' } });

export const updateIssuerSchema: z.ZodType<UpdateIssuer> = z
  .strictObject({
    name: text(200).optional(),
    url: webUrl().nullable().optional(),
    description: text(2000).nullable().optional(),
    email: email().nullable().optional(),
    image: webUrl().nullable().optional(),
    linkedinOrganizationId: linkedin.nullable().optional(),
    imprintUrl: webUrl().nullable().optional(),
    privacyUrl: webUrl().nullable().optional(),
    badgeDesign: updateBadgeDesignSchema.nullable().optional(),
  })
  .meta({
    id: 'UpdateIssuer',
    description: 'JSON Merge Patch: null removes, absent leaves alone.',
    example: { name: 'Riverside University' },
  });

export const suspendIssuerSchema: z.ZodType<SuspendIssuer> = z
  .strictObject({ reason: text(500) })
  .meta({ id: 'SuspendIssuer', example: { reason: 'It uses the name of another school.' } });

const days = z.int().min(1).max(365);

export const retentionSchema: z.ZodType<Retention> = z
  .object({ jobDays: z.int(), refusedRowDays: z.int(), recipientDays: z.int().nullable() })
  .meta({ id: 'Retention' });

export const updateRetentionSchema: z.ZodType<UpdateRetention> = z
  .strictObject({
    jobDays: days.nullable().optional(),
    refusedRowDays: days.nullable().optional(),
    recipientDays: z.int().min(1).max(36_500).nullable().optional(),
    confirm: z.literal('erase').optional(),
  })
  .meta({
    id: 'UpdateRetention',
    description: 'JSON Merge Patch: null is what is usual, absent leaves alone.',
    example: { refusedRowDays: 2, recipientDays: 730, confirm: 'erase' },
  });

export const issuerSchema: z.ZodType<Issuer> = z
  .object({
    id: id(),
    slug: z.string(),
    mode: z.enum(['live', 'test']),
    did: z.string().meta({ example: 'did:web:badges.example:issuers:riverside' }),
    name: z.string(),
    url: z.string().nullable(),
    description: z.string().nullable(),
    email: z.string().nullable(),
    image: z.string().nullable(),
    linkedinOrganizationId: z.string().nullable(),
    imprintUrl: z.string().nullable(),
    privacyUrl: z.string().nullable(),
    badgeDesign: badgeDesignSchema.nullable(),
    suspended: z.object({ at: z.string(), reason: z.string() }).nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    links: z.object({ html: z.string(), did: z.string(), jwks: z.string() }),
  })
  .meta({ id: 'Issuer' });
