import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';

/** What a reader asks about again so as to hear what is there now; the work may be large, too. */
const LIVE: ReadonlySet<FetchRequest['for']> = new Set(['evidence', 'work-log']);

/**
 * Keeps every document that was had (but for the work itself), for as long as the caller keeps this object. A second question about the same badge
 * (another e-mail, a retry) then asks only for what was missing, and tells the issuer nothing new.
 */
export function rememberingDocuments(inner: DocumentSource, onFetched?: (request: FetchRequest, fetched: Fetched) => void): DocumentSource {
  const kept = new Map<string, Fetched>();
  return {
    async fetch(request) {
      const key = `${request.accept} ${request.url}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const fetched = await inner.fetch(request);
      if (fetched.ok && !LIVE.has(request.for)) kept.set(key, fetched);
      onFetched?.(request, fetched);
      return fetched;
    },
  };
}
