import { type DocumentSource, type Fetched, type FetchRequest, memoDocuments } from '@proofmark/verifying';

/** What a reader asks about again so as to hear what is there now; the work may be large, too. */
const LIVE: ReadonlySet<FetchRequest['for']> = new Set(['evidence', 'forge', 'work-log']);

/**
 * Keeps every document that was had (but for the work itself), for as long as the caller keeps this object. A second question about the same badge
 * (another e-mail, a retry) then asks only for what was missing, and tells the issuer nothing new.
 */
export function rememberingDocuments(inner: DocumentSource, onFetched?: (request: FetchRequest, fetched: Fetched) => void): DocumentSource {
  const telling: DocumentSource = {
    async fetch(request) {
      const fetched = await inner.fetch(request);
      onFetched?.(request, fetched);
      return fetched;
    },
  };
  return memoDocuments(telling, (request, fetched) => fetched.ok && !LIVE.has(request.for));
}
