import type { DocumentSource } from '@proofmark/verifying';
import { guardedHttp, type SafeFetchOptions, type TestSeams } from './guarded-http.js';

export type { SafeFetchOptions, TestSeams } from './guarded-http.js';

/** The safe fetch of a server. It never throws for what the network does. `Fetched.url` is always the URL that was asked for. */
export function safeDocuments(options: SafeFetchOptions = {}, seams: TestSeams = {}): DocumentSource & { close(): Promise<void> } {
  const http = guardedHttp(options, seams);
  return {
    async fetch({ url, accept, maxBytes }) {
      return { ...(await http.request({ url, headers: { accept }, maxBytes })), url };
    },
    close: () => http.close(),
  };
}
