import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';

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
  const known = new Map<string, Promise<Fetched>>();
  const missing = new Set<string>();
  let stopped = false;
  const ask = async (key: string, request: FetchRequest): Promise<Fetched> => {
    const fetched = await inner.fetch(request);
    if (!fetched.ok) missing.add(key);
    return fetched;
  };
  return {
    fetch(request) {
      const key = `${request.accept} ${request.url}`;
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      if (stopped) return Promise.resolve({ ok: false, url: request.url, code: 'offline' });
      const answer = ask(key, request);
      known.set(key, answer);
      return answer;
    },
    stop: () => {
      stopped = true;
    },
    resume: () => {
      stopped = false;
      for (const key of missing) known.delete(key);
      missing.clear();
    },
  };
}
