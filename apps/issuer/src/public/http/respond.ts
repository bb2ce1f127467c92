import { type ContentCoding, chooseCoding, matchesTag } from '@proofmark/platform/node';
import { parseAccept } from 'hono/utils/accept';
import { PUBLIC_HEADERS } from './answer.js';
import type { PublicDocument } from './document.js';

/** Sends a document: in the coding that the client accepts, or 304 when the client has it already (RFC 9110, 13.1.2). */
export async function respond(request: Request, document: PublicDocument): Promise<Response> {
  const form = await document.form(codingFor(request.headers.get('accept-encoding')));
  if (form.tag !== null && matchesTag(request.headers.get('if-none-match'), form.tag)) {
    return new Response(null, { status: 304, headers: form.unchanged });
  }
  return new Response(form.body as Uint8Array<ArrayBuffer>, { status: document.answer.status, headers: form.headers });
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

/** Headers that were read before; clients send few different ones. */
const known = new Map<string, ContentCoding | null>();
const MOST_KNOWN = 1000;
const LONGEST_KNOWN = 256;

/** The coding that an Accept-Encoding header asks for; null for none. */
function codingFor(header: string | null | undefined): ContentCoding | null {
  if (header === null || header === undefined) return null;
  const before = known.get(header);
  if (before !== undefined) return before;
  const coding = chooseCoding(parseAccept(header.slice(0, 4096)), ['br', 'gzip']);
  if (header.length <= LONGEST_KNOWN && known.size < MOST_KNOWN) known.set(header, coding);
  return coding;
}
