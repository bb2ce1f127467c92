import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { DOCS_PAGE, DOCS_POLICY, DOCS_SCRIPT, DOCS_STYLE } from './docs-page.js';
import { openapi } from './document.js';

interface Served {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** `/openapi.json` and the browsable reference at `/docs`, for mounting at the root. Nothing is loaded from elsewhere. */
export function docsRoutes(baseUrl: string): Hono {
  const app = new Hono();
  const files: Readonly<Record<string, () => Served>> = {
    '/openapi.json': () => served(JSON.stringify(openapi(baseUrl)), 'application/json', { 'access-control-allow-origin': '*' }),
    '/docs': () =>
      served(DOCS_PAGE, 'text/html; charset=utf-8', { 'content-security-policy': DOCS_POLICY, 'referrer-policy': 'no-referrer' }),
    '/docs/initialise.js': () => served(DOCS_SCRIPT, 'text/javascript; charset=utf-8'),
    '/docs/docs.css': () => served(DOCS_STYLE, 'text/css; charset=utf-8'),
    '/docs/swagger-ui.css': () => served(fileOf('swagger-ui.css'), 'text/css; charset=utf-8'),
    '/docs/swagger-ui-bundle.js': () => served(fileOf('swagger-ui-bundle.js'), 'text/javascript; charset=utf-8'),
  };
  for (const [path, make] of Object.entries(files)) {
    let made: Served | undefined;
    app.get(path, (c) => {
      made ??= make();
      const same = c.req.header('if-none-match') === made.headers.etag;
      return new Response(same ? null : made.body, { status: same ? 304 : 200, headers: made.headers });
    });
  }
  return app;
}

function served(body: string | Uint8Array<ArrayBuffer>, type: string, more: Readonly<Record<string, string>> = {}): Served {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { 'content-type': type, 'cache-control': 'no-cache', etag, 'x-content-type-options': 'nosniff', ...more };
  return { body, headers };
}

function fileOf(name: string): Uint8Array<ArrayBuffer> {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return Uint8Array.from(readFileSync(join(folder, name)));
}
