import type { BadgePage } from './badge/badge-page-content.js';
import { htmlSnippet } from './badge/snippets.js';
import type { Addresses } from './layout/addresses.js';
import { plainText } from './layout/plain-text.js';

/** The room that the card takes by itself, in CSS pixels (28 by 38 rem). */
const CARD = { width: 448, height: 608 };
const THUMBNAIL = 512;

/** Where the oEmbed answer about a badge is, for the head of its page. */
export function oembedAddress(address: string, at: Addresses): string {
  return `${at.base}/oembed?${new URLSearchParams({ url: address, format: 'json' })}`;
}

/** What `GET /oembed` answers (oEmbed 1.0, 2.3.4.4 "rich"). */
export interface OembedAnswer {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

/**
 * The badge for a site that embeds by address. A site that lets no foreign script run keeps the link and the picture, which are inside the tag.
 *
 * @param max the greatest extents that the site has room for, in CSS pixels
 */
export function oembedOf(
  page: Pick<BadgePage, 'id' | 'badge'>,
  at: Addresses,
  max: { readonly width: number | null; readonly height: number | null },
): OembedAnswer {
  const room = (own: number, most: number | null): number => Math.min(own, most ?? own);
  const size = Math.min(room(THUMBNAIL, max.width), room(THUMBNAIL, max.height));
  return {
    version: '1.0',
    type: 'rich',
    title: plainText(page.badge.title),
    provider_name: page.badge.issuer.host,
    provider_url: `${at.base}/`,
    cache_age: 3600,
    width: room(CARD.width, max.width),
    height: room(CARD.height, max.height),
    html: htmlSnippet(page, at),
    thumbnail_url: `${at.base}/credentials/${page.id}.png`,
    thumbnail_width: size,
    thumbnail_height: size,
  };
}
