import type { DocumentSource, Fetched, FetchFailure, FetchRequest } from '@proofmark/verifying';
import { mediaTypeOf } from '../shared/media-type.js';
import { type GateRules, gateUrl } from '../shared/url-gate.js';
import { readStream } from './read-stream.js';

export interface WebFetchOptions {
  /** Lets documents come from loopback hosts, over http too. By default only where the page itself is on a loopback host. */
  readonly allowLoopback: boolean;
  /** Milliseconds for a whole request. */
  readonly timeout: number;
  readonly fetch: typeof fetch;
}

/**
 * The fetch of a browser, without cookies and referrer. What the browser hides from a page (no CORS, no DNS,
 * no TLS) is `unreachable`, and so is a chain of redirects that it gave up on. `Fetched.url` is always the URL that was asked for.
 * `FetchRequest.etag` is not sent: the browser's own cache asks whether a document has changed, and with the header every
 * host would have to allow it first (CORS preflight).
 */
export function webDocuments(options: WebFetchOptions): DocumentSource {
  const rules: GateRules = { allowLoopback: options.allowLoopback, ports: 'any' };
  return {
    async fetch(request) {
      const { url } = request;
      const target = gateUrl(url, rules);
      if (target === null) return { ok: false, url, code: 'refused-address' };
      const signal = AbortSignal.timeout(options.timeout);
      try {
        return await ask(options, request, target, rules, signal);
      } catch {
        return { ok: false, url, code: signal.aborted ? 'timeout' : 'unreachable' };
      }
    },
  };
}

/** What a browser has to ask for again before it uses a copy: a recheck needs the present content, and a copy may hide that a key was revoked. */
const PRESENT: readonly FetchRequest['for'][] = ['evidence', 'work-log', 'issuer'];

async function ask(
  { fetch }: WebFetchOptions,
  { url, accept, maxBytes, for: purpose }: FetchRequest,
  target: URL,
  rules: GateRules,
  signal: AbortSignal,
): Promise<Fetched> {
  const response = await fetch(target.href, {
    headers: { accept },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: PRESENT.includes(purpose) ? 'no-cache' : 'default',
    signal,
  });
  const { status, headers } = response;
  const refuse = (code: FetchFailure): Fetched => {
    response.body?.cancel().catch(() => {});
    return { ok: false, url, code, status, headers: [...headers] };
  };
  if (response.url !== '' && gateUrl(response.url, rules) === null) return refuse('refused-address');
  if (!response.ok) return refuse('http-status');
  // What announces that it is too large is not loaded at all: the thread of a page would be busy with it.
  if (Number(headers.get('content-length')) > maxBytes) return refuse('too-large');
  const body = response.body === null ? new Uint8Array() : await readStream(response.body, maxBytes);
  if (body === null) return refuse('too-large');
  return { ok: true, url, status, mediaType: mediaTypeOf(headers.get('content-type')), etag: headers.get('etag'), body };
}
