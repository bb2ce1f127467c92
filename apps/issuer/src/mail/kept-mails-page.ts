import { getConnInfo } from '@hono/node-server/conninfo';
import { isLoopbackHost } from '@proofmark/primitives';
import { type Context, Hono } from 'hono';
import type { UseCases } from '../issuing/use-cases.js';
import { addresses } from '../public/layout/addresses.js';
import { pageAssets } from '../public/layout/assets.js';
import { html } from '../public/layout/html.js';
import { layout, PAGE_POLICY } from '../public/layout/layout.js';
import { renderBadgeMail } from './render-badge-mail.js';
import { renderMail } from './render-mail.js';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'content-security-policy': PAGE_POLICY,
};

/**
 * `/console/mail` of a local service without a mail server: what would have been sent, the newest first. It shows links that sign people in, so it
 * answers browsers of this machine alone, under the name of the service: no other machine that reaches the port, no page that another name leads here,
 * and no program that fetches addresses which others name.
 */
export function keptMailsPage(
  { listKeptMails, listKeptBadgeMails }: Pick<UseCases, 'listKeptMails' | 'listKeptBadgeMails'>,
  baseUrl: string,
): Hono {
  const app = new Hono();
  const [at, assets] = [addresses(baseUrl), pageAssets()];
  app.get('/console/mail', async (c) => {
    if (!isFromHere(c, new URL(baseUrl).host)) return c.notFound();
    const signingIn = (await listKeptMails()).map(({ createdAt, content }) => ({
      createdAt,
      to: content.to,
      link: content.link,
      mail: renderMail(content),
    }));
    const ofBadges = (await listKeptBadgeMails()).map(({ createdAt, mail: { to, link, ...mail } }) => ({
      createdAt,
      to,
      link,
      mail: renderBadgeMail({ to, link, ...mail }),
    }));
    const mails = [...signingIn, ...ofBadges].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
    const main = html`<h1>Mails of this machine</h1>
<p>No SMTP_URL is set, so nothing is sent. This page answers this machine alone.</p>
${mails.length === 0 ? html`<p>There are none yet.</p>` : null}
${mails.map(
  ({ createdAt, to, link, mail }) => html`<article lang="${mail.lang}"><h2>${mail.subject}</h2>
<p>${to}, <time datetime="${createdAt.toISOString()}">${createdAt.toISOString().slice(0, 16).replace('T', ' ')}</time></p>
${link === null ? null : html`<p><a href="${link}">${link}</a></p>`}</article>`,
)}`;
    return new Response(layout({ title: 'Mails of this machine', main }, at, assets), { status: 200, headers: HEADERS });
  });
  return app;
}

/** What programs add that ask for somebody else. */
const FORWARDED = /^(?:forwarded|via|x-forwarded-.*|x-real-ip)$/;

/**
 * Asked by a browser on this machine, and by its own name: a foreign name that leads here would let a page of its own read the answer, and the service
 * itself may be led here where it fetches what others name. That sends no `Sec-Fetch-Site`.
 */
function isFromHere(c: Context, host: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (c.req.header('host') !== host || (site !== 'none' && site !== 'same-origin')) return false;
  if (Object.keys(c.req.header()).some((name) => FORWARDED.test(name))) return false;
  const { address = '' } = getConnInfo(c).remote;
  return isLoopbackHost(address.includes(':') ? `[${address}]` : address);
}
