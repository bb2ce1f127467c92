import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStaticFile, type StaticFile, staticAnswer } from '@proofmark/platform/node';
import { Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';

/** The built page; the same place seen from `src/serve` and from `dist/serve`. */
const PAGE = fileURLToPath(new URL('../../dist/page/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

/** It runs its own scripts and asks this service, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The console as a small Hono app: `/console`, `/console/` and its files. What it shows, it asks of the API. */
export function consolePages(): Hono {
  const app = new Hono();
  let files: ReadonlyMap<string, StaticFile> | null = null;
  app.get('/console', (c) => c.redirect('/console/', 308));
  app.get('/console/*', async (c) => {
    files ??= readFiles();
    const asked = new URL(c.req.url).pathname.slice('/console/'.length);
    // Where a provider sends a browser back, the page itself reads what it brings.
    const name = asked === '' || asked === 'sign-on' ? 'index.html' : asked;
    const file = files.get(name);
    if (file === undefined) return c.notFound();
    const headers: Record<string, string> = {
      'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': name.endsWith('.html') ? POLICY : "default-src 'none'",
    };
    if (name.endsWith('.html')) headers['X-Robots-Tag'] = 'noindex';
    return staticAnswer(c.req.raw, file, headers, parseAccept);
  });
  return app;
}

/** Every file of the built folder, by its path inside it: no request path reaches the disk. */
function readFiles(): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of listed()) {
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (entry.isFile() && type !== undefined) files.set(path.slice(PAGE.length).replaceAll('\\', '/'), readStaticFile(path, type));
  }
  return files;
}

function listed() {
  try {
    return readdirSync(PAGE, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new Error('The console has not been built: run `npm run build` first.', { cause });
  }
}
