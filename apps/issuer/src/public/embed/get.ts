import { staticAnswer } from '@proofmark/platform/node';
import { Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';
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
export function embedFiles(versions: (version: string) => Promise<EmbedBundle | null> = currentOnly): Hono {
  const app = new Hono();
  const answer = async (request: Request, name: string, version: string | undefined): Promise<Response | null> => {
    const bundle = version === undefined ? embedBundle() : await versions(version);
    const found = bundle?.files.get(name);
    if (found === undefined) return null;
    const headers = {
      'cache-control': version !== undefined || name !== EMBED_SCRIPT ? FOR_EVER : SOON_AGAIN,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    };
    return staticAnswer(request, found.file, headers, parseAccept);
  };
  app.get('/embed/:name', async (c) => (await answer(c.req.raw, c.req.param('name'), undefined)) ?? c.notFound());
  app.get('/embed/:version/:name', async (c) => (await answer(c.req.raw, c.req.param('name'), c.req.param('version'))) ?? c.notFound());
  return app;
}

async function currentOnly(version: string): Promise<EmbedBundle | null> {
  const bundle = embedBundle();
  return version === bundle.version ? bundle : null;
}
