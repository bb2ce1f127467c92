import { fileURLToPath } from 'node:url';
import { type Language, languageOf } from '@proofmark/messages/page';
import { staticAnswer } from '@proofmark/platform/node';
import { isLoopbackHost } from '@proofmark/primitives';
import { Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { escaped, inLanguage } from './in-language.js';
import { type RelayOptions, relay } from './relay/relay.js';
import { readStaticFiles } from './static-files.js';

/** What the page, or a copy of it on a disk, knows of where it came from. */
export interface VerifyPagesOptions {
  /** The public address of this service, without a path. Copies that are saved lead back to it; without it they are from nowhere. */
  readonly home?: string;
  /** Issuers that the operator trusts for all readers: domains and identifiers, and addresses of registries. The page tells readers of it. */
  readonly trusted?: readonly string[];
  /** How hosts are asked for readers who choose that; without it there is no relay. */
  readonly relay?: RelayOptions;
}

/** The copy of the page for a disk; never shown by this server, which allows no script inside a page. */
const SAVED = 'proofmark-checker.html';

/** The built page; the same place seen from `src/serve` and from `dist/serve`. */
const PAGE = fileURLToPath(new URL('../../dist/page/', import.meta.url));

/** Plain http to the reader's own machine is for development: a public page gives no badge that way in. */
function contentSecurityPolicy(hostname: string): string {
  const loopback = isLoopbackHost(hostname) ? ' http://localhost:* http://*.localhost:* http://127.0.0.1:*' : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // Checks run in workers, so that no badge can stop the page; a worker from a blob obeys this policy.
    "worker-src 'self' blob:",
    `img-src https: data:${loopback}`,
    `connect-src https:${loopback}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The employer's page as a small Hono app: `/verify`, `/verify/` and its files. Mount it at the root of a service or run it alone.
 * It answers files; what a reader checks reaches this server only when there is a relay and the reader chooses to use it.
 */
export function verifyPages({ home, trusted = [], relay: relayed }: VerifyPagesOptions = {}): Hono {
  const app = new Hono();
  let files: ReturnType<typeof readStaticFiles> | null = null;
  const filesOf = (): NonNullable<typeof files> => {
    files ??= readStaticFiles(PAGE, (name, text, lang) =>
      inLanguageOf(name, withOrigin(text, name, { home, trusted, hasRelay: relayed !== undefined }), lang),
    );
    return files;
  };

  if (relayed !== undefined) app.route('/verify/relay', relay(relayed));
  // The page's own addresses are relative, so it must be known under a path that ends in a slash; the query is kept.
  app.get('/verify', (c) => c.redirect(`/verify/${new URL(c.req.url).search}`, 308));
  app.get('/verify/*', async (c) => {
    const name = new URL(c.req.url).pathname.slice('/verify/'.length) || 'index.html';
    const file = filesOf().get(name);
    if (file === undefined) return c.notFound();
    const headers: Record<string, string> = {
      'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    };
    if (name === SAVED) headers['Content-Disposition'] = `attachment; filename="${SAVED}"`;
    if (name.endsWith('.html')) {
      if (name !== SAVED) headers.Vary = 'Accept-Language';
      headers['Content-Security-Policy'] = contentSecurityPolicy(new URL(c.req.url).hostname);
      headers['Cross-Origin-Opener-Policy'] = 'same-origin';
      headers['Permissions-Policy'] = 'camera=(self), geolocation=(), microphone=(), payment=()';
    }
    // A script obeys the policy of its page; a worker, which reads PDFs, obeys its own: it needs nothing from anywhere.
    if (name.endsWith('.js')) headers['Content-Security-Policy'] = "default-src 'none'";
    return staticAnswer(c.req.raw, await file(languageOfRequest(c.req.raw)), headers, parseAccept);
  });
  return app;
}

/** Tells the page where it is from, and the served one that there is a relay. The address is the operator's, not the request's. */
function withOrigin(page: string, name: string, { home, trusted, hasRelay }: Origin): string {
  const attributes = [
    home === undefined ? '' : ` home="${escaped(home)}"`,
    trusted.length === 0 ? '' : ` trusted="${escaped(trusted.join(' '))}"`,
    hasRelay && name !== SAVED ? ' relay="./relay"' : '',
  ].join('');
  return page.replace('<proofmark-checker>', () => `<proofmark-checker${attributes}>`);
}

interface Origin {
  readonly home: string | undefined;
  readonly trusted: readonly string[];
  readonly hasRelay: boolean;
}

/** The copy for a disk finds out its reader's language there. */
const inLanguageOf = (name: string, page: string, lang: Language): Promise<string> | string =>
  name === SAVED ? page : inLanguage(page, lang);

/** What the address asks for, else what the reader's browser does. */
function languageOfRequest(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('lang');
  const accepted = parseAccept(request.headers.get('accept-language') ?? '').filter(({ q }) => q > 0);
  return languageOf([...(asked === null ? [] : [asked]), ...accepted.map(({ type }) => type)]) ?? 'en';
}
