import type { Context } from 'hono';
import { contentDisposition } from '../../publishing/file-name.js';
import { CACHE, publicAnswer } from '../../publishing/respond.js';
import { refusal } from './answers.js';
import { badgeAt } from './badge-at.js';
import type { PublicContext } from './context.js';

/** Nothing in a copy runs, loads or sends; the sandbox takes away even our own origin. */
const POLICY =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What a browser may show by itself; everything else it saves. */
const SHOWN = /^(?:text\/(?:html|plain)|image\/(?:png|jpeg|webp|gif))$/;

/** GET /credentials/{id}/captures/{n}: the copy of a piece of work that the issuer keeps. It is somebody else's work on our host. */
export async function getCapture(c: Context, context: PublicContext): Promise<Response> {
  const [id, n] = [c.req.param('file') ?? '', c.req.param('n') ?? ''];
  const found = await badgeAt(c, context, id);
  if (!found.ok) return found.response;
  const capture = /^[1-9]\d?$/.test(n) ? await context.deps.reads.findCapture(id, Number(n)) : null;
  if (capture === null) return refusal(c, context, 'not-found', 'There is no copy of any work at this address.');
  const { mediaType, bytes } = capture;
  return publicAnswer(c.req.raw, {
    body: bytes,
    contentType: mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    cacheControl: CACHE.signed,
    headers: {
      'content-security-policy': POLICY,
      'content-disposition': SHOWN.test(mediaType)
        ? 'inline'
        : contentDisposition(`copy-${n}`, extensionOf(mediaType)).replace('inline', 'attachment'),
      'x-robots-tag': 'noindex, nofollow, noarchive',
    },
  });
}

function extensionOf(mediaType: string): string {
  const known: Readonly<Record<string, string>> = {
    'application/pdf': 'pdf',
    'application/zip': 'zip',
    'application/json': 'json',
    'text/csv': 'csv',
    'text/markdown': 'md',
  };
  return Object.hasOwn(known, mediaType) ? (known[mediaType] ?? 'bin') : 'bin';
}
