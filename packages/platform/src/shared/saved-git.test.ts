import type { GitFailure, GitRequest, GitSource } from '@proofmark/git-reader';
import { expect, it } from 'vitest';
import { recordingGit, replayingGit } from './saved-git.js';

const request = (commit: string): GitRequest => ({
  remotes: ['https://git.example/a.git'],
  place: { names: 'version', parts: [commit], versionIs: 'commit' },
});

it('replays what was read, through JSON, by repository and place', async () => {
  const answers: GitFailure[] = [
    { ok: false, code: 'commit-not-found' },
    { ok: false, code: 'repository-private', status: 401 },
    { ok: false, code: 'timeout' },
  ];
  const source: GitSource = { read: async () => answers.shift()! };
  const recording = recordingGit(source);
  for (const commit of ['a', 'b', 'a']) await recording.read({ ...request(commit), limits: { milliseconds: 7 } });
  const replay = replayingGit(JSON.parse(JSON.stringify(recording.saved())));
  expect(await replay.read(request('a'))).toEqual({ ok: false, code: 'commit-not-found' });
  expect(await replay.read(request('b'))).toEqual({ ok: false, code: 'repository-private', status: 401 });
  expect(await replay.read(request('c'))).toEqual({ ok: false, code: 'offline' });
  expect(await replay.read({ ...request('a'), place: { names: 'head' } })).toEqual({ ok: false, code: 'offline' });
});
