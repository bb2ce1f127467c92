import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { isUuid } from '@proofmark/schemas';
import { type BadgePage, badgeState, badgeView, nextTurn } from './badge/badge-view.js';
import { shownBadgeAt } from './badge/find-badge.js';
import { SUFFIXES } from './badge/forms.js';
import { htmlSnippet, sharedTitle } from './badge/sharing.js';
import type { PublicContext } from './context.js';
import type { PublicAnswer } from './http/answer.js';
import { CACHE, publicAnswer } from './http/answer.js';
import { jsonAnswer, refusal } from './http/answers.js';
import type { Asked } from './http/asked.js';
import type { Addresses } from './layout/addresses.js';
import { issuerOfPage } from './layout/issuer-links.js';

/** GET /oembed?url=…: how to show one of our badges on another site (oEmbed 1.0). JSON only; XML is refused as the protocol says. */
export async function getOembed(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const { at, language } = context;
  const format = asked.query('format') ?? 'json';
  if (format !== 'json') {
    const body = language.texts.refusals['oembed-format'];
    return publicAnswer({ status: 501, body, contentType: 'text/plain; charset=utf-8', cacheControl: CACHE.none });
  }
  const id = badgeIn(asked.query('url') ?? '', at);
  if (id === null) return refusal(asked, context, 'not-found', language.texts.refusals.oembed);
  const found = await shownBadgeAt(asked, context, id);
  if (!found.ok) return found.response;
  const credential = found.badge;
  const max = { width: pixels(asked.query('maxwidth')), height: pixels(asked.query('maxheight')) };
  const badge = badgeView(credential.json);
  const now = context.deps.now();
  const state = badgeState(badge, credential, now);
  context.lasts(nextTurn(badge, now));
  const page = { id: credential.id, badge, state, test: credential.issuer.mode === 'test', issuer: issuerOfPage(credential.issuer) };
  const answer = oembedOf(page, at, max, language);
  return jsonAnswer(JSON.stringify(answer), 'application/json', CACHE.document);
}

/** The id in the address of a badge's page or of one of its forms; null for every other address. */
function badgeIn(url: string, { base }: Addresses): string | null {
  const prefix = `${base}/credentials/`;
  if (!url.startsWith(prefix)) return null;
  const [id = '', suffix] = (url.slice(prefix.length).split(/[?#]/)[0] ?? '').split('.');
  return isUuid(id) && (suffix === undefined || Object.hasOwn(SUFFIXES, suffix)) ? id : null;
}

/** A whole number of pixels, or null: what is no such number asks for nothing. */
function pixels(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}

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
  page: Pick<BadgePage, 'id' | 'badge' | 'state' | 'test' | 'issuer'>,
  at: Addresses,
  max: { readonly width: number | null; readonly height: number | null },
  language: PublicLanguage = ENGLISH,
): OembedAnswer {
  const room = (own: number, most: number | null): number => Math.min(own, most ?? own);
  const size = Math.min(room(THUMBNAIL, max.width), room(THUMBNAIL, max.height));
  return {
    version: '1.0',
    type: 'rich',
    title: sharedTitle(page, language),
    provider_name: page.badge.issuer.host,
    provider_url: `${at.base}/`,
    cache_age: 3600,
    width: room(CARD.width, max.width),
    height: room(CARD.height, max.height),
    html: htmlSnippet(page, at, at.script, language),
    thumbnail_url: `${at.base}/credentials/${page.id}.png`,
    thumbnail_width: size,
    thumbnail_height: size,
  };
}
