import { compressedFile, type StaticFile, staticAnswer } from '@proofmark/platform/node';
import type { Handler } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { Asset } from '../layout/assets.js';
import { CACHE, INERT, PUBLIC_HEADERS } from './answer.js';

/** Serves one of the files that pages use. Its address changes with its content, so it may be kept for ever. */
export function serveAsset({ body, contentType }: Asset): Handler {
  const headers = { ...PUBLIC_HEADERS, 'content-security-policy': INERT, 'cache-control': CACHE.forever };
  let file: Promise<StaticFile> | undefined;
  return async (c) => {
    file ??= compressedFile(body, contentType);
    return staticAnswer(c.req.raw, await file, headers, parseAccept);
  };
}
