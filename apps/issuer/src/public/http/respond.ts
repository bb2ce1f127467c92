import { createHash } from 'node:crypto';
import { matchesTag } from '@proofmark/platform/node';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';

/** What a public resource answers with; the rest (validators, CORS, nosniff) is the same for all. */
export interface PublicAnswer {
  readonly status?: number;
  readonly body: string | Uint8Array;
  /** With its charset, where text needs one. */
  readonly contentType: string;
  readonly cacheControl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long a cache may keep what kind of answer. A badge never changes once signed; a page tells of its withdrawal. */
export const CACHE = {
  signed: 'public, max-age=86400, immutable',
  image: 'public, max-age=3600',
  document: 'public, max-age=300',
  page: 'public, max-age=60, must-revalidate',
  log: 'public, max-age=60',
  live: 'no-cache',
  none: 'no-store',
  forever: 'public, max-age=31536000, immutable',
} as const;

/** CORS for everyone, and no guessing of types. */
export const PUBLIC_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Content-Disposition, Content-Length, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Nothing may run or load from a document that is not a page, whatever a browser makes of it. */
export const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

/**
 * The response for a public GET: CORS for everyone, a strong ETag, and 304 when the client has it already
 * (RFC 9110, 13.1.2). The tag covers the media type too, since one resource is served under several.
 */
export function publicAnswer(request: Request, answer: PublicAnswer): Response {
  const status = answer.status ?? 200;
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
  const headers = new Headers(PUBLIC_HEADERS);
  headers.set('content-security-policy', INERT);
  headers.set('cache-control', answer.cacheControl);
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name, value);
  // Also on a 304, which the middleware that compresses does not touch.
  if (isCompressible(answer.contentType, bytes.byteLength)) headers.append('vary', 'Accept-Encoding');
  if (status === 200) {
    const tag = entityTag(bytes, answer.contentType);
    headers.set('etag', tag);
    if (matchesTag(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', answer.contentType);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { status, headers });
}

/** The answer to a preflight, or to any OPTIONS, of a public resource. */
export function publicOptions(): Response {
  const headers = new Headers(PUBLIC_HEADERS);
  headers.set('allow', 'GET, HEAD, OPTIONS');
  headers.set('access-control-allow-methods', 'GET, HEAD, OPTIONS');
  headers.set('access-control-allow-headers', 'Accept, Content-Type, If-None-Match');
  headers.set('access-control-max-age', '86400');
  return new Response(null, { status: 204, headers });
}

function entityTag(bytes: Uint8Array, contentType: string): string {
  return `"${createHash('sha256').update(contentType).update('\0').update(bytes).digest('base64url').slice(0, 27)}"`;
}

/** Bytes below which compressing an answer saves no packet. */
const THRESHOLD = 1024;

/** Whether an answer is worth compressing: text and JSON, never a picture, a PDF or a token. */
function isCompressible(contentType: string, length: number): boolean {
  return length >= THRESHOLD && (COMPRESSIBLE_CONTENT_TYPE_REGEX.test(contentType) || /^application\/(?:vc|did)$/.test(contentType));
}

/** Compresses public documents with gzip for who accepts it. What is served under `/v1` holds secrets beside texts of others, and is not compressed. */
export const compressed: MiddlewareHandler = compress({
  encoding: 'gzip',
  threshold: THRESHOLD,
  contentTypeFilter: (type) => isCompressible(type, THRESHOLD),
});
