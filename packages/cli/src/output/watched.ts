import type { Answers } from '../input/recording-file.js';
import { plain, type Terminal } from '../terminal.js';

/** Shows on an interactive terminal the address of the evidence that is being read. */
export function watched({ documents, git }: Answers, { passing }: Terminal): Answers {
  if (passing === undefined) return { documents, ...(git && { git }) };
  const under = new Map<symbol, string>();
  const during = async <T>(text: string, work: Promise<T>): Promise<T> => {
    const key = Symbol();
    under.set(key, text);
    passing(text);
    try {
      return await work;
    } finally {
      under.delete(key);
      passing([...under.values()].at(-1) ?? '');
    }
  };
  return {
    documents: {
      fetch: (request) =>
        request.for === 'evidence'
          ? during(`Looking at the work: ${plain(request.url, 60)}`, documents.fetch(request))
          : documents.fetch(request),
    },
    ...(git && { git: { read: (request) => during(`Reading the repository: ${plain(request.remotes[0] ?? '', 60)}`, git.read(request)) } }),
  };
}
