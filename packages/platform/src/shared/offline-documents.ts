import type { DocumentSource } from '@proofmark/verifying';

/** A source without a network: every answer is `offline`. */
export function offlineDocuments(): DocumentSource {
  return { fetch: async ({ url }) => ({ ok: false, url, code: 'offline' }) };
}
