import type { GitFailure, GitRequest, GitSnapshot, GitSource } from '@proofmark/git-reader';

/** What reading one repository gave, as JSON can hold it. */
export interface SavedRepository extends Pick<GitRequest, 'remotes' | 'place'> {
  readonly answer: GitSnapshot | GitFailure;
}

/** Passes requests on and remembers each answer; `saved()` is a copy of what was read so far. */
export function recordingGit(source: GitSource): GitSource & { saved(): readonly SavedRepository[] } {
  const read: SavedRepository[] = [];
  return {
    async read(request) {
      const answer = await source.read(request);
      read.push({ remotes: request.remotes, place: request.place, answer });
      return answer;
    },
    saved: () => [...read],
  };
}

/** Answers from what was saved: the first answer for a place counts. What was never read is `offline`. */
export function replayingGit(saved: readonly SavedRepository[]): GitSource {
  const answers = new Map<string, SavedRepository['answer']>();
  for (const repository of saved) {
    const key = keyOf(repository);
    if (!answers.has(key)) answers.set(key, repository.answer);
  }
  return { read: async (request) => answers.get(keyOf(request)) ?? { ok: false, code: 'offline' } };
}

function keyOf({ remotes, place }: Pick<GitRequest, 'remotes' | 'place'>): string {
  return JSON.stringify([remotes, place]);
}
