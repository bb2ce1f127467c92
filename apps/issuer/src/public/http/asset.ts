import { compressedFile, type StaticFile, staticAnswer } from '@proofmark/platform/node';
import { parseAccept } from 'hono/utils/accept';
import type { PublicHandler } from '../context.js';
import type { Asset } from '../layout/assets.js';
import { CACHE, INERT, PUBLIC_HEADERS } from './respond.js';

/** Serves one of the files that pages use. Its address changes with its content, so it may be kept for ever. */
export function serveAsset({ body, contentType }: Asset): PublicHandler {
  const headers = { ...PUBLIC_HEADERS, 'content-security-policy': INERT, 'cache-control': CACHE.forever };
  let file: Promise<StaticFile> | undefined;
  return async (c) => {
    file ??= compressedFile(body, contentType);
    return staticAnswer(c.req.raw, await file, headers, parseAccept);
  };
}
