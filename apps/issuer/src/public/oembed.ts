import { isUuid } from '@proofmark/schemas';
import type { Context } from 'hono';
import { badgeView } from './badge/badge-view.js';
import { badgeAt } from './badge/find-badge.js';
import { SUFFIXES } from './badge/forms.js';
import type { PublicContext } from './context.js';
import { jsonAnswer, refusal } from './http/answers.js';
import { CACHE, publicAnswer } from './http/respond.js';
import type { Addresses } from './layout/addresses.js';
import { oembedOf } from './oembed-answer.js';

/** GET /oembed?url=…: how to show one of our badges on another site (oEmbed 1.0). JSON only; XML is refused as the protocol says. */
export async function getOembed(c: Context, context: PublicContext): Promise<Response> {
  const { at } = context;
  const format = c.req.query('format') ?? 'json';
  if (format !== 'json') {
    const body = 'The answer can be had as JSON only.';
    return publicAnswer(c.req.raw, { status: 501, body, contentType: 'text/plain; charset=utf-8', cacheControl: CACHE.none });
  }
  const id = badgeIn(c.req.query('url') ?? '', at);
  if (id === null) return refusal(c, context, 'not-found', 'There is no badge of this service at that address.');
  const found = await badgeAt(c, context, id);
  if (!found.ok) return found.response;
  const credential = found.badge;
  const max = { width: pixels(c.req.query('maxwidth')), height: pixels(c.req.query('maxheight')) };
  const answer = oembedOf({ id: credential.id, badge: badgeView(credential.json) }, at, max);
  return jsonAnswer(c, JSON.stringify(answer), 'application/json', CACHE.document);
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
