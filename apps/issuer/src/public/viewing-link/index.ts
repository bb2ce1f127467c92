import type { PublicLanguage } from '@proofmark/messages/public';
import { Hono } from 'hono';
import type { UseCases } from '../../issuing/use-cases.js';
import { languageOfRequest } from '../http/accept-language.js';
import { WORK_POLICY, workDisposition, workType } from '../http/untrusted-file.js';
import { type Addresses, addresses } from '../layout/addresses.js';
import { type PageAssets, pageAssets } from '../layout/assets.js';
import { issuerOfRecord } from '../layout/issuer-links.js';
import { messagePage, PAGE_POLICY } from '../layout/layout.js';
import { viewPage } from './view-page.js';

/** A viewing link is a secret: nothing of it is kept by caches or search engines, handed on to other sites, or shown inside of them. */
export const PRIVATE: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** `/view/{token}`: a page that says what is shown, and by its button the work itself. Only the latter is a viewing. */
export function viewRoutes(
  { readViewingLink, openViewingLink }: Pick<UseCases, 'readViewingLink' | 'openViewingLink'>,
  baseUrl: string,
  fixed?: PublicLanguage,
): Hono {
  const [at, assets] = [addresses(baseUrl), pageAssets()];
  const app = new Hono();
  app.get('/view/:token', async (c) => {
    const language = languageOfRequest(c.req, fixed);
    const invitation = await readViewingLink(c.req.param('token'));
    if (invitation === null) return gone(at, assets, language);
    const { link, credential, issuer, work } = invitation;
    const left = link.maxViews === null ? null : link.maxViews - link.views;
    const { forWhom, expiresAt } = link;
    const shown = { credentialId: credential.id, issuer: issuerOfRecord(issuer), work, forWhom, expiresAt, left };
    return page(viewPage(shown, at, assets, language), 200);
  });
  app.post('/view/:token', async (c) => {
    const shown = await openViewingLink(c.req.param('token'));
    if (shown === null) return gone(at, assets, languageOfRequest(c.req, fixed));
    const { bytes, mediaType, link } = shown;
    const headers = {
      ...PRIVATE,
      'content-type': workType(mediaType),
      'content-security-policy': WORK_POLICY,
      'content-disposition': workDisposition(mediaType, `work-${link.n}`),
    };
    return new Response(new Uint8Array(bytes), { status: 200, headers });
  });
  app.all('/view/:token', () => new Response(null, { status: 405, headers: { ...PRIVATE, allow: 'GET, HEAD, POST' } }));
  return app;
}

/** The same for a link that never was one, and for one that no longer works. */
function gone(at: Addresses, assets: PageAssets, language: PublicLanguage): Response {
  const { gone: title, 'gone-means': means } = language.texts.viewing;
  return page(messagePage({ title, text: [means] }, at, assets, language), 404);
}

function page(body: string, status: number): Response {
  const policy = PAGE_POLICY.replace("form-action 'none'", "form-action 'self'");
  const headers = { ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(body, { status, headers });
}
