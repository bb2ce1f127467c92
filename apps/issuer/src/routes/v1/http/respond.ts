import { encodeUtf8 } from '@proofmark/primitives';
import type { Refusal } from '../../../issuing/result.js';
import { problemResponse } from '../../../problems/index.js';
import { methodRefused } from './method-hints.js';

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The answer to a request that was carried out. */
export function respond({
  status,
  body,
  lines,
  text,
  stream,
  headers,
  cookies = [],
}: {
  readonly status: number;
  readonly body?: unknown;
  readonly lines?: AsyncIterable<unknown>;
  /** Their type is among the headers. */
  readonly text?: AsyncIterable<string>;
  readonly stream?: AsyncIterable<string | Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[];
}): Response {
  const all = cookies.length === 0 ? { ...NO_STORE, ...headers } : withCookies({ ...NO_STORE, ...headers }, cookies);
  const written = text ?? stream;
  if (written !== undefined) return new Response(asBytes(written), { status, headers: all });
  if (lines !== undefined)
    return new Response(asBytes(asLines(lines)), { status, headers: { 'content-type': 'application/x-ndjson', ...all } });
  if (body === undefined) return new Response(null, { status, headers: all });
  if (all instanceof Headers) all.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), {
    status,
    headers: all instanceof Headers ? all : { 'content-type': 'application/json', ...all },
  });
}

function withCookies(headers: Readonly<Record<string, string>>, cookies: readonly string[]): Headers {
  const all = new Headers(headers);
  for (const cookie of cookies) all.append('set-cookie', cookie);
  return all;
}

async function* asLines(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** Reads on only as fast as the client takes what there is. */
function asBytes(texts: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = texts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? encodeUtf8(value) : value);
    },
    cancel: () => void iterator.return?.(),
  });
}

/** The answer to a request that was refused (RFC 9457). */
export function refuse(baseUrl: string, refusal: Refusal, headers: Readonly<Record<string, string>> = {}): Response {
  return problemResponse(baseUrl, refusal, {
    'x-content-type-options': 'nosniff',
    ...(refusal.code === 'unauthenticated' ? { 'www-authenticate': 'Bearer realm="proofmark"' } : {}),
    ...retryAfter(refusal),
    ...headers,
  });
}

/** In seconds, where that is known or usual. */
function retryAfter({ code, retryAfter: known }: Refusal): Readonly<Record<string, string>> {
  const seconds = known ?? (code === 'request-in-progress' ? 1 : code === 'too-many-requests' ? 2 : null);
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}

/** The answer to a method that an address does not have (RFC 9110, 15.5.6). */
export function refuseMethod(
  baseUrl: string,
  { method, ...asked }: { readonly method: string; readonly pattern: string; readonly address: string },
  methods: readonly string[],
): Response {
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])];
  const detail = methodRefused(method, asked, allowed);
  return refuse(baseUrl, { code: 'method-not-allowed', detail }, { allow: allowed.join(', ') });
}
