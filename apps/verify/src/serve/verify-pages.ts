import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { readStaticFiles, type StaticFile } from './static-files.js';

/** What the page, or a copy of it on a disk, knows of where it came from. */
export interface VerifyPagesOptions {
  /** The public address of this service, without a path. Copies that are saved lead back to it; without it they are from nowhere. */
  readonly home?: string;
}

/** The copy of the page for a disk; never shown by this server, which allows no script inside a page. */
const SAVED = 'proofmark-checker.html';

/** The built page; the same place seen from `src/serve` and from `dist/serve`. */
const PAGE = fileURLToPath(new URL('../../dist/page/', import.meta.url));

/** Plain http to the reader's own machine is for development: a public page gives no badge that way in. */
function contentSecurityPolicy(hostname: string): string {
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? ' http://localhost:* http://127.0.0.1:*' : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src https: data:${loopback}`,
    `connect-src https:${loopback}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The employer's page as a small Hono app: `/verify`, `/verify/` and its files. Mount it at the root of a service or run it alone.
 * It only answers files: what a reader checks never reaches this server.
 */
export function verifyPages({ home }: VerifyPagesOptions = {}): Hono {
  const app = new Hono();
  let files: ReadonlyMap<string, StaticFile> | null = null;
  const fileOf = (name: string): StaticFile | undefined => {
    files ??= readStaticFiles(PAGE, (name, text) => (name.endsWith('.html') ? withHome(text, home) : text));
    return files.get(name);
  };

  // The page's own addresses are relative, so it must be known under a path that ends in a slash; the query is kept.
  app.get('/verify', (c) => c.redirect(`/verify/${new URL(c.req.url).search}`, 308));
  app.get('/verify/*', (c) => {
    const name = new URL(c.req.url).pathname.slice('/verify/'.length) || 'index.html';
    const file = fileOf(name);
    if (file === undefined) return c.notFound();
    const headers: Record<string, string> = {
      'Content-Type': file.contentType,
      ETag: file.etag,
      'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    };
    if (name === SAVED) headers['Content-Disposition'] = `attachment; filename="${SAVED}"`;
    if (name.endsWith('.html')) {
      headers['Content-Security-Policy'] = contentSecurityPolicy(new URL(c.req.url).hostname);
      headers['Cross-Origin-Opener-Policy'] = 'same-origin';
      headers['Permissions-Policy'] = 'camera=(self), geolocation=(), microphone=(), payment=()';
    }
    // A script obeys the policy of its page; a worker, which reads PDFs, obeys its own: it needs nothing from anywhere.
    if (name.endsWith('.js')) headers['Content-Security-Policy'] = "default-src 'none'";
    if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304, headers);
    return c.body(file.body, 200, headers);
  });
  return app;
}

/** Tells the page where it is from. The address is the operator's, not the request's. */
function withHome(page: string, home: string | undefined): string {
  if (home === undefined) return page;
  const safe = home.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return page.replace('<proofmark-checker>', () => `<proofmark-checker home="${safe}">`);
}
