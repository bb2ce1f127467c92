import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compressedFile, type StaticFile, staticAnswer } from '@proofmark/platform/node';
import { Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { DOCS_PAGE, DOCS_POLICY, DOCS_SCRIPT, DOCS_STYLE } from './docs-page.js';
import { openapi } from './document.js';
import { documentationPage, documentationPages } from './documentation.js';

/** `/openapi.json`, the browsable reference at `/docs` and the pages of the documentation below it, for mounting at the root. Nothing is loaded from elsewhere. */
export function docsRoutes(baseUrl: string): Hono {
  const app = new Hono();
  const get = (
    path: string,
    contentType: string,
    content: () => string | Uint8Array,
    more: Readonly<Record<string, string>> = {},
  ): void => {
    const headers = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', ...more };
    let file: Promise<StaticFile> | undefined;
    app.get(path, async (c) => {
      file ??= compressedFile(content(), contentType);
      return staticAnswer(c.req.raw, await file, headers, parseAccept);
    });
  };
  const page = { 'content-security-policy': DOCS_POLICY, 'referrer-policy': 'no-referrer' };
  get('/openapi.json', 'application/json', () => JSON.stringify(openapi(baseUrl)), { 'access-control-allow-origin': '*' });
  get('/docs', 'text/html; charset=utf-8', () => DOCS_PAGE, page);
  get('/docs/initialise.js', 'text/javascript; charset=utf-8', () => DOCS_SCRIPT);
  get('/docs/docs.css', 'text/css; charset=utf-8', () => DOCS_STYLE);
  get('/docs/swagger-ui.css', 'text/css; charset=utf-8', () => fileOf('swagger-ui.css'));
  // As plain text, which every browser shows.
  for (const page of documentationPages()) get(`/docs/${page}`, 'text/plain; charset=utf-8', () => documentationPage(page));
  get('/docs/swagger-ui-bundle.js', 'text/javascript; charset=utf-8', () => fileOf('swagger-ui-bundle.js'));
  return app;
}

function fileOf(name: string): Uint8Array {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return readFileSync(join(folder, name));
}
