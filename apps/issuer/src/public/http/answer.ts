import { createHash } from 'node:crypto';
import { encodeUtf8 } from '@proofmark/primitives';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';

/** What a route says; the rest (validators, CORS, nosniff) is the same for all. */
export interface AnswerParts {
  readonly status?: number;
  readonly body: string | Uint8Array;
  /** With its charset, where text needs one. */
  readonly contentType: string;
  readonly cacheControl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer to a GET of a public document, before it is sent to anybody. */
export interface PublicAnswer {
  readonly status: number;
  readonly body: Uint8Array<ArrayBuffer>;
  /** In lower case, without what depends on how it is sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** Changes with the body and its type; null for what is no document. */
  readonly version: string | null;
  /** Whether compressing it is worth the work: text and JSON, never a picture, a PDF or a token. */
  readonly compressible: boolean;
}

/**
 * How long others may keep what kind of answer, in seconds. What was signed may be signed again after a theft, and a badge may be erased, so nothing
 * that names a person is kept for longer than some minutes without being asked about.
 */
export const CACHE = {
  signed: 'public, max-age=300',
  image: 'public, max-age=300',
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

/** Bytes below which compressing an answer saves no packet. */
const THRESHOLD = 1024;

export function publicAnswer({ status = 200, body: given, contentType, cacheControl, headers }: AnswerParts): PublicAnswer {
  // Memory of its own: a small buffer of Node's would be a part of a larger one, and keep that.
  const body = typeof given === 'string' ? encodeUtf8(given) : new Uint8Array(given);
  const compressible = body.byteLength >= THRESHOLD && isText(contentType);
  const all: Record<string, string> = {
    ...PUBLIC_HEADERS,
    'content-security-policy': INERT,
    'cache-control': cacheControl,
    'content-type': contentType,
    ...headers,
  };
  if (compressible) all.vary = all.vary === undefined ? 'Accept-Encoding' : `${all.vary}, Accept-Encoding`;
  return { status, body, headers: all, version: status === 200 ? versionOf(body, contentType) : null, compressible };
}

/** The answer as it is where search engines are to list nothing of it. */
export function notIndexed(answer: PublicAnswer): PublicAnswer {
  return { ...answer, headers: { 'x-robots-tag': 'noindex', ...answer.headers } };
}

/** The version covers the media type too, since one resource is served under several. */
function versionOf(body: Uint8Array, contentType: string): string {
  return createHash('sha256').update(contentType).update('\0').update(body).digest('base64url').slice(0, 27);
}

function isText(contentType: string): boolean {
  return COMPRESSIBLE_CONTENT_TYPE_REGEX.test(contentType) || /^application\/(?:vc|did)$/.test(contentType);
}
