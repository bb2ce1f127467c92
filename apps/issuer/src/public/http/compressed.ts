import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';

/** Bytes below which compressing an answer saves no packet. */
const THRESHOLD = 1024;

/** Whether an answer is worth compressing: text and JSON, never a picture, a PDF or a token. */
export function isCompressible(contentType: string, length: number): boolean {
  return length >= THRESHOLD && (COMPRESSIBLE_CONTENT_TYPE_REGEX.test(contentType) || /^application\/(?:vc|did)$/.test(contentType));
}

/** Compresses public documents with gzip for who accepts it. What is served under `/v1` holds secrets beside texts of others, and is not compressed. */
export const compressed: MiddlewareHandler = compress({
  encoding: 'gzip',
  threshold: THRESHOLD,
  contentTypeFilter: (type) => isCompressible(type, THRESHOLD),
});
