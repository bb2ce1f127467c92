import type { PublicLanguage } from '@proofmark/messages/public';
import { isUuid } from '@proofmark/schemas';
import { type Context, Hono } from 'hono';
import type { UseCases } from '../../issuing/use-cases.js';
import { languageOfRequest } from '../http/accept-language.js';
import { addresses } from '../layout/addresses.js';
import { pageAssets } from '../layout/assets.js';
import { type IssuerOfPage, issuerOfPage } from '../layout/issuer-links.js';
import { messagePage, PAGE_POLICY } from '../layout/layout.js';
import type { PublicIssuer, PublicReads } from '../reads.js';
import { PRIVATE } from '../viewing-link/index.js';
import { NOTHING_TYPED, readReport } from './report-form.js';
import { answerPage, reportPage } from './report-page.js';

export interface ReportRoutes {
  readonly useCases: Pick<UseCases, 'reportIssuer'>;
  readonly reads: Pick<PublicReads, 'findIssuerBySlug' | 'findCredential'>;
  readonly baseUrl: string;
  readonly language?: PublicLanguage | undefined;
}

/** What a report is about. */
interface About {
  readonly issuer: PublicIssuer;
  readonly badgeId: string | null;
}

const FORM = 'application/x-www-form-urlencoded';
/** Characters of a form that are read: more than all fields may have, in percent-encoded UTF-8. */
const MAX_FORM = 40_000;

/**
 * `/issuers/{slug}/report`, and `/credentials/{id}/report` of who issued a badge: a form for everybody, without an account and without scripts. Nothing of who
 * sends it is kept. How often one client may is counted before everything, in `limits`.
 */
export function reportRoutes({ useCases, reads, baseUrl, language: fixed }: ReportRoutes): Hono {
  const [at, assets] = [addresses(baseUrl), pageAssets()];
  const app = new Hono();
  const byPath: Readonly<Record<string, (name: string) => Promise<About | null>>> = {
    '/issuers/:name/report': async (slug) => {
      const issuer = slug.length > 63 ? null : await reads.findIssuerBySlug(slug);
      return issuer === null ? null : { issuer, badgeId: null };
    },
    '/credentials/:name/report': async (id) => {
      const badge = isUuid(id) ? await reads.findCredential(id) : null;
      return badge === null ? null : { issuer: badge.issuer, badgeId: badge.id };
    },
  };
  const answer = async (c: Context, { issuer, badgeId: credentialId }: About, language: PublicLanguage): Promise<Response> => {
    const shown: IssuerOfPage = issuerOfPage(issuer, credentialId);
    const said = (title: string, status: number): Response => page(messagePage({ title, text: [] }, at, assets, language, shown), status);
    // Another site could have its readers report somebody.
    if (!['same-origin', undefined].includes(c.req.header('sec-fetch-site'))) return said(language.texts.report.elsewhere, 403);
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== FORM) return new Response(null, { status: 415, headers: { ...PRIVATE, 'accept-post': FORM } });
    const read = readReport(new URLSearchParams((await c.req.text()).slice(0, MAX_FORM)));
    if (!read.ok) return page(reportPage({ issuer: shown, typed: read.typed, faults: read.faults }, at, assets, language), 422);
    const kept = await useCases.reportIssuer({ issuerId: issuer.id, credentialId, ...read.report });
    return page(answerPage(kept === 'kept' ? 'sent' : 'too-many', shown, at, assets, language), kept === 'kept' ? 200 : 429);
  };
  for (const [path, find] of Object.entries(byPath)) {
    app.on(['GET', 'POST'], path, async (c) => {
      const language = languageOfRequest(c.req, fixed);
      const about = await find(c.req.param('name') ?? '');
      if (about === null) return page(messagePage({ title: language.texts.refusals.issuer, text: [] }, at, assets, language), 404);
      if (c.req.method === 'POST') return answer(c, about, language);
      const issuer = issuerOfPage(about.issuer, about.badgeId);
      return page(reportPage({ issuer, typed: NOTHING_TYPED, faults: {} }, at, assets, language), 200);
    });
    app.all(path, () => new Response(null, { status: 405, headers: { ...PRIVATE, allow: 'GET, HEAD, POST' } }));
  }
  return app;
}

function page(body: string, status: number): Response {
  const policy = PAGE_POLICY.replace("form-action 'none'", "form-action 'self'");
  const headers = { ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(body, { status, headers });
}
