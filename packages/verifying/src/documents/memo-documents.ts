import type { DocumentSource, Fetched, FetchRequest } from '../ports.js';

/** A source that asks for each document once. */
export interface MemoDocuments extends DocumentSource {
  /** What was asked for and not had is asked for again from now on. */
  forgetMissing(): void;
}

/**
 * Remembers the answers of a source, by address and wanted form; requests for a document that is on its way share its answer.
 *
 * @param keeps whether an answer is remembered once it is there; all are by default
 */
export function memoDocuments(
  inner: DocumentSource,
  keeps: (request: FetchRequest, fetched: Fetched) => boolean = () => true,
): MemoDocuments {
  const answers = new Map<string, Promise<Fetched>>();
  const missing = new Set<string>();
  const ask = async (key: string, request: FetchRequest): Promise<Fetched> => {
    const fetched = await inner.fetch(request);
    if (!keeps(request, fetched)) answers.delete(key);
    else if (!fetched.ok) missing.add(key);
    return fetched;
  };
  return {
    fetch(request) {
      const key = `${request.accept} ${request.url}`;
      const answer = answers.get(key) ?? ask(key, request);
      answers.set(key, answer);
      return answer;
    },
    forgetMissing() {
      for (const key of missing) answers.delete(key);
      missing.clear();
    },
  };
}
