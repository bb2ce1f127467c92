import { type DocumentSource, memoDocuments } from '@proofmark/verifying';

/** Documents for a whole set of badges. */
export interface SharedDocuments extends DocumentSource {
  /** From now on nothing is asked: what is not at hand is `offline`. */
  stop(): void;
  /** From now on what was not had is asked for again. */
  resume(): void;
}

/**
 * Asks for each document once, however many badges name it and however often they are judged: the badges of one issuer share its keys
 * and lists. What was not had is asked for again only after `resume`.
 */
export function sharedDocuments(inner: DocumentSource): SharedDocuments {
  let stopped = false;
  const memo = memoDocuments({
    fetch: (request) => (stopped ? Promise.resolve({ ok: false, url: request.url, code: 'offline' }) : inner.fetch(request)),
  });
  return {
    fetch: memo.fetch,
    stop: () => {
      stopped = true;
    },
    resume: () => {
      stopped = false;
      memo.forgetMissing();
    },
  };
}
