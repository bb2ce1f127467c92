import { type ContentCoding, chooseCoding, matchesTag } from '@proofmark/platform/node';
import { parseAccept } from 'hono/utils/accept';
import { PUBLIC_HEADERS } from './answer.js';
import type { Form, PublicDocument } from './document.js';

/** Sends a document: in the coding that the client accepts, or 304 when the client has it already (RFC 9110, 13.1.2). */
export async function respond(request: Request, document: PublicDocument): Promise<Response> {
  const form = await document.form(codingFor(request.headers.get('accept-encoding')));
  const { status, headers, body } = sent(request, document, form);
  return new Response(body, { status, headers });
}

/** What is sent of a document. */
export interface SentDocument {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** As `respond`, where nothing has to be made or compressed for it; null where something has. */
export function sentAtOnce(request: Request, document: PublicDocument): SentDocument | null {
  const form = document.ready(codingFor(request.headers.get('accept-encoding')));
  return form === null ? null : sent(request, document, form);
}

function sent(request: Request, { answer }: PublicDocument, { tag, unchanged, headers, body }: Form): SentDocument {
  if (tag !== null && matchesTag(request.headers.get('if-none-match'), tag)) return { status: 304, headers: unchanged, body: null };
  return { status: answer.status, headers, body: body as Uint8Array<ArrayBuffer> };
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
