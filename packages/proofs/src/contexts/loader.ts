import type { RemoteDocument } from 'jsonld';
import { CONTEXT_DOCUMENTS } from './documents.js';

/** A loader that knows the pinned contexts and nothing else, and remembers what it refused. It has no way to fetch. */
export interface StaticLoader {
  readonly load: (url: string) => Promise<RemoteDocument>;
  /** The first address that was asked for and is not pinned. */
  refused(): string | null;
}

/** `more` are contexts that the caller answers for, beside the pinned ones, which they cannot replace. */
export function staticLoader(more?: ReadonlyMap<string, object>): StaticLoader {
  let refused: string | null = null;
  return {
    load: async (url) => {
      const pinned = CONTEXT_DOCUMENTS.get(url);
      const document = pinned ?? more?.get(url);
      if (document === undefined) {
        refused ??= url;
        throw new Error('this context is not pinned');
      }
      const answer = { contextUrl: null, documentUrl: url, document };
      // The processor caches static documents for all later calls, also for those without further contexts.
      return pinned === undefined ? answer : { ...answer, tag: 'static' };
    },
    refused: () => refused,
  };
}
