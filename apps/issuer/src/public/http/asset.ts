import type { Context } from 'hono';
import type { Asset } from '../layout/assets.js';
import { CACHE, publicAnswer } from './respond.js';

/** One of the files that pages use. Its address changes with its content, so it may be kept for ever. */
export function getAsset(c: Context, asset: Asset): Response {
  return publicAnswer(c.req.raw, { body: asset.body, contentType: asset.contentType, cacheControl: CACHE.forever });
}
