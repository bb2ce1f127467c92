import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';

/**
 * Keeps every document that was had, for as long as the caller keeps this object. A second question about the same badge
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
      if (fetched.ok) kept.set(key, fetched);
      onFetched?.(request, fetched);
      return fetched;
    },
  };
}
