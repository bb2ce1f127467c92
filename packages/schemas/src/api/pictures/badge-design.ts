import { z } from 'zod';
import { id, matching, text } from '../fields.js';

/** The outlines of generated badge images. */
export const BADGE_SHAPES = ['hexagon', 'circle', 'shield', 'rosette', 'square', 'octagon'] as const;
export type BadgeShape = (typeof BADGE_SHAPES)[number];

/** How generated badge images look. What is not chosen follows from the issuer and the achievement. */
export interface BadgeDesign {
  readonly shape?: BadgeShape | undefined;
  /** `#rrggbb`. */
  readonly colour?: string | undefined;
  /** `data:image/png;base64,…`, at most 16 KiB decoded. Nothing is ever fetched for it. */
  readonly logo?: string | undefined;
}

/** A change of it (JSON Merge Patch, RFC 7396): null removes, absent leaves alone. */
export interface UpdateBadgeDesign {
  readonly shape?: BadgeShape | null | undefined;
  readonly colour?: string | null | undefined;
  readonly logo?: string | null | undefined;
}

/** A badge image to try: nothing is stored. */
export interface PreviewBadgeImage {
  /** Whose badges they are; without it, the issuer of the key. */
  readonly issuerId?: string | undefined;
  readonly title: string;
  /** Without it, the design of the issuer. */
  readonly design?: BadgeDesign | undefined;
}

export interface BadgeImagePreview {
  /** The picture as a data URI of a PNG of 512 by 512 pixels. */
  readonly png: string;
  /** The same as SVG. */
  readonly svg: string;
  /** The least contrast of the text and what is below it, 1 to 21 (WCAG 2.2). */
  readonly contrast: number;
}

/** Characters of a data URI with 16 KiB in it. */
const MAX_LOGO = 22_000;

const shape = z.enum(BADGE_SHAPES);
const colour = matching(/^#[\da-f]{6}$/i, 7, 'not-allowed', 'is not a colour such as #1f4b8f');
const logo = matching(
  /^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/,
  MAX_LOGO,
  'not-an-image',
  'is not a base64 data URI of a PNG of at most 16 KiB (data:image/png;base64,…)',
);
const EXAMPLE = { shape: 'shield', colour: '#1f4b8f' };

export const badgeDesignSchema: z.ZodType<BadgeDesign> = z
  .strictObject({ shape: shape.optional(), colour: colour.optional(), logo: logo.optional() })
  .meta({ id: 'BadgeDesign', example: EXAMPLE });

export const updateBadgeDesignSchema: z.ZodType<UpdateBadgeDesign> = z
  .strictObject({ shape: shape.nullable().optional(), colour: colour.nullable().optional(), logo: logo.nullable().optional() })
  .meta({ id: 'UpdateBadgeDesign', example: { colour: '#1f4b8f', logo: null } });

export const previewBadgeImageSchema: z.ZodType<PreviewBadgeImage> = z
  .strictObject({ issuerId: id().optional(), title: text(300), design: badgeDesignSchema.optional() })
  .meta({ id: 'PreviewBadgeImage', example: { title: 'Web API design', design: EXAMPLE } });

export const badgeImagePreviewSchema: z.ZodType<BadgeImagePreview> = z
  .object({ png: z.string(), svg: z.string(), contrast: z.number() })
  .meta({ id: 'BadgeImagePreview' });
