import { createHash } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createBoundedLimit, isUrl } from '@proofmark/primitives';
import type { DocumentSource, Fetched } from '@proofmark/verifying';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fits } from './fits.js';
import { KINDS, type Kind } from './kinds.js';
import { networkOf, quota } from './quota.js';

/** The answer to a page. A body is base64; of evidence only digests and the first bytes are passed on. */
type Relayed =
  | { readonly ok: true; readonly status: number; readonly mediaType: string; readonly body: string }
  | {
      readonly ok: true;
      readonly status: number;
      readonly mediaType: string;
      readonly head: string;
      readonly digests: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly code: string; readonly status?: number };

export interface RelayOptions {
  /** The safe fetch of this server. */
  readonly documents: DocumentSource;
  /** Milliseconds that never run backwards; the process's own by default. */
  readonly clock?: () => number;
}

/** Requests under way at once, of all clients. */
const AT_ONCE = 24;
const QUOTA = { burst: 120, perSecond: 2, clients: 10_000 };
const HEAD_BYTES = 512;

/**
 * Asks a host for a page of this server whose browser may not: many hosts let no other site read what they serve. Only kinds of documents
 * that a check needs, only by POST (so that no log holds what was asked), only from our own page, through the safe fetch, a few at a time.
 */
export function relay({ documents, clock = () => performance.now() }: RelayOptions): Hono {
  const app = new Hono();
  const wait = quota({ ...QUOTA, clock });
  const limit = createBoundedLimit(AT_ONCE, 0);

  app.post('/', bodyLimit({ maxSize: 8192, onError: (c) => c.json({ error: 'too-large' }, 413) }), async (c) => {
    c.header('Cache-Control', 'no-store');
    if (!isOwnPage(c)) return c.json({ error: 'other-origin' }, 403);
    const asked = await question(c);
    if (asked === null) return c.json({ error: 'not-relayed' }, 400);
    const seconds = wait(clientOf(c));
    const { url, purpose, kind } = asked;
    const ask = () => documents.fetch({ url, accept: kind.accept, maxBytes: kind.maxBytes, for: purpose });
    const fetched = seconds > 0 ? null : await limit.run(ask);
    if (fetched !== null) return c.json(answer(fetched, kind));
    c.header('Retry-After', String(Math.max(1, seconds)));
    return c.json({ error: 'too-many' }, 429);
  });
  return app;
}

type Purpose = Parameters<DocumentSource['fetch']>[0]['for'];

async function question(c: Context): Promise<{ readonly url: string; readonly purpose: Purpose; readonly kind: Kind } | null> {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) return null;
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return null;
  const { url, for: purpose } = body as { url?: unknown; for?: unknown };
  if (typeof url !== 'string' || url.length > 4096 || typeof purpose !== 'string' || !Object.hasOwn(KINDS, purpose)) return null;
  return { url, purpose: purpose as Purpose, kind: KINDS[purpose] as Kind };
}

/** Browsers say from where a request comes, and let no page say otherwise (Fetch Metadata); older ones name the origin. */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('Origin') ?? '';
  // Behind a proxy that ends TLS the schemes differ.
  return isUrl(origin) && new URL(origin).host === c.req.header('Host');
}

function clientOf(c: Context): string {
  try {
    return networkOf(getConnInfo(c).remote.address ?? '');
  } catch {
    // Served by something that does not say who asks: then all are one.
    return '';
  }
}

function answer(fetched: Fetched, { form }: Kind): Relayed {
  if (!fetched.ok) return { ok: false, code: fetched.code, ...(fetched.status === undefined ? {} : { status: fetched.status }) };
  const { status, mediaType, body } = fetched;
  if (!fits(form, body)) return { ok: false, code: 'malformed-response' };
  if (form !== 'digests') return { ok: true, status, mediaType, body: Buffer.from(body).toString('base64') };
  const digest = (name: string): string => createHash(name).update(body).digest('base64');
  const digests = { 'SHA-256': digest('sha256'), 'SHA-384': digest('sha384'), 'SHA-512': digest('sha512') };
  return { ok: true, status, mediaType, head: Buffer.from(body.subarray(0, HEAD_BYTES)).toString('base64'), digests };
}
