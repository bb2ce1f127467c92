import { Hono } from 'hono';
import { EMBED_SCRIPT, type EmbedBundle, embedBundle } from './embed-files.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const SOON_AGAIN = 'public, max-age=300, stale-while-revalidate=86400';

/**
 * The script of `<proofmark-badge>` for any page on the web:
 * `/embed/proofmark-badge.js` updates itself, `/embed/{version}/proofmark-badge.js` never changes and fits an `integrity` attribute.
 * The parts that it loads when needed lie beside it, under names with a hash.
 *
 * @param versions finds the files of a version; by default there is only the present one
 */
export function embedFiles(versions: (version: string) => EmbedBundle | null = currentOnly): Hono {
  const app = new Hono();
  const answer = (name: string, version: string | undefined, known: string | undefined): Response | null => {
    const bundle = version === undefined ? embedBundle() : versions(version);
    const file = bundle?.files.get(name);
    if (file === undefined) return null;
    const etag = `"${file.integrity.slice('sha384-'.length, 'sha384-'.length + 22)}"`;
    const headers = {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': version !== undefined || name !== EMBED_SCRIPT ? FOR_EVER : SOON_AGAIN,
      ETag: etag,
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Timing-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    };
    return known === etag ? new Response(null, { status: 304, headers }) : new Response(file.body, { headers });
  };
  app.get('/embed/:name', (c) => answer(c.req.param('name'), undefined, c.req.header('If-None-Match')) ?? c.notFound());
  app.get(
    '/embed/:version/:name',
    (c) => answer(c.req.param('name'), c.req.param('version'), c.req.header('If-None-Match')) ?? c.notFound(),
  );
  return app;
}

function currentOnly(version: string): EmbedBundle | null {
  const bundle = embedBundle();
  return version === bundle.version ? bundle : null;
}
