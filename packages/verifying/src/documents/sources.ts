import { hostOf } from '@proofmark/primitives';
import type { DocumentSource, FetchRequest, Ports } from '../ports.js';
import { memoDocuments } from './memo-documents.js';

/**
 * What one verification may still spend on documents that only the JSON-LD processor reads, in the units of its `costOf`: a hundred badges of
 * VC 1.1 at first.
 */
export interface Processing {
  left: number;
  readonly pause?: Ports['pause'] | undefined;
}

/** Documents for one verification: each address is asked once, and every host that was asked is remembered. */
export interface Sources extends DocumentSource {
  readonly budget: Processing;
  /** Remembers the host of an answer that was asked for in another way, because it is large or no document. */
  noted<T extends Answer>(request: Pick<FetchRequest, 'url' | 'for'>, answer: Promise<T>): Promise<T>;
  contacted(): readonly { readonly host: string; readonly for: string }[];
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Wraps the port for documents. `offline` answers are no contact. */
export function sources({ documents, pause }: Pick<Ports, 'documents' | 'pause'>): Sources {
  const memo = memoDocuments(documents);
  const asked = new Map<string, { readonly host: string; readonly for: string; reached: boolean }>();
  const noted: Sources['noted'] = async (request, answer) => {
    const host = hostOf(request.url);
    // In the order of the requests, so that which host was faster does not show.
    const key = `${host} ${request.for}`;
    const entry = asked.get(key) ?? { host, for: request.for, reached: false };
    asked.set(key, entry);
    const fetched = await answer;
    entry.reached ||= fetched.ok || (fetched.code !== 'offline' && fetched.code !== 'refused-address');
    return fetched;
  };
  return {
    fetch: (request) => noted(request, memo.fetch(request)),
    noted,
    budget: { left: 1e5, pause },
    contacted: () => [...asked.values()].filter(({ reached }) => reached).map(({ host, for: purpose }) => ({ host, for: purpose })),
  };
}
