import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import { guardedHttp, type SafeFetchOptions, type TestSeams } from './guarded-http.js';

export type { SafeFetchOptions, TestSeams } from './guarded-http.js';

/** A source whose requests can be given up. */
export interface AbortableDocuments extends DocumentSource {
  /** The answer of a request that `signal` ends is `timeout`. */
  fetch(request: FetchRequest, signal?: AbortSignal): Promise<Fetched>;
}

/**
 * The safe fetch of a server. It never throws for what the network does. `Fetched.url` is always the URL that was asked for; of evidence,
 * `finalUrl` says where a redirect led.
 */
export function safeDocuments(options: SafeFetchOptions = {}, seams: TestSeams = {}): AbortableDocuments & { close(): Promise<void> } {
  const http = guardedHttp(options, seams);
  return {
    async fetch({ url, accept, maxBytes, etag, for: purpose }, signal) {
      const headers = { accept, ...(etag === undefined ? {} : { 'if-none-match': etag }) };
      const answer = await http.request({ url, headers, maxBytes, ...(signal === undefined ? {} : { signal }) });
      const unchanged = !answer.ok && answer.status === 304 && etag !== undefined;
      if (unchanged) return { ok: true, url, status: 304, mediaType: '', etag, body: new Uint8Array() };
      // A fact may be saved and shown to others, so nothing but its own members goes into it.
      const { headers: _headers, ...fact } = answer;
      const redirected = fact.ok && purpose === 'evidence' && fact.url !== new URL(url).href ? { finalUrl: fact.url } : {};
      return { ...fact, url, ...redirected };
    },
    close: () => http.close(),
  };
}
