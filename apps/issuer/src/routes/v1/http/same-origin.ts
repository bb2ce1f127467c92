import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { csrfTokenOf } from '../../../issuing/access/secret-text.js';
import { type Refused, refused } from '../../../issuing/result.js';
import { CSRF_HEADER } from './session-cookie.js';

/** A refusal of a request that a page of another site makes; null for one of our own pages, or of a program. */
export function crossSite(c: Context, baseUrl: string): Refused | null {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')];
  if ((site === undefined || site === 'same-origin') && (origin === undefined || origin === new URL(baseUrl).origin)) return null;
  return refused('forbidden', `Only pages of ${baseUrl} may ask this; other pages and programs send an API key.`);
}

/**
 * A refusal of a request that only the cookie of a session stands for. A browser sends that along without being asked, so the page shows that it is one
 * of ours: by where it comes from, and by the token of the session, which no other page can read.
 */
export function unproven(c: Context, baseUrl: string, session: string): Refused | null {
  const foreign = crossSite(c, baseUrl);
  if (foreign !== null) return foreign;
  const [sent, wanted] = [Buffer.from(c.req.header(CSRF_HEADER) ?? ''), Buffer.from(csrfTokenOf(session))];
  if (sent.length === wanted.length && timingSafeEqual(sent, wanted)) return null;
  return refused(
    'forbidden',
    'The request lacks the header `X-CSRF-Token` with the token of the session, which stands in the cookie beside it.',
  );
}
