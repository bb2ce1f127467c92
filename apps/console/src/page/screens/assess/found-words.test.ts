import { assessTexts } from '@proofmark/messages/console/assess';
import type { CredentialResource, EvidenceFinding } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { foundWords } from './found-words.js';

const URL = 'https://forge.example/ada/todo/tree/0123456789abcdef0123456789abcdef01234567';
const FILE: EvidenceFinding = {
  ...{ url: URL, kind: 'file', pinned: true, method: 'digest', digestMultibase: 'uEiA', mediaType: 'text/plain', size: 3, reason: null },
  ...{ permalink: null, swhids: [], changedAt: null, problems: [], git: null, kept: [], theirs: [] },
};
const GIT: EvidenceFinding['git'] = {
  ...{ commit: '0123456789abcdef0123456789abcdef01234567', ref: null, reachable: true, committedAt: '2026-10-01T12:00:00Z' },
  ...{ files: 12, bytes: 5, languages: [], history: null },
};
type Logged = CredentialResource['work'][number];
const log = (more: Partial<Logged>): Logged => ({ id: URL, age: null, looks: [], kept: [], theirs: [], ...more });
const BY = { by: 'ada', at: '2026-10-02T12:00:00Z', share: null } as const;

describe('what was found about a piece of work', () => {
  it.each<[string, EvidenceFinding[], Logged[], RegExp[]]>([
    ['a file', [FILE], [], [/exactly this file/, /Nothing was found that shows whose/]],
    [
      'a commit, by its permalink',
      [{ ...FILE, url: 'https://forge.example/ada/todo', permalink: URL, git: GIT }],
      [],
      [/commit 0123456 of .*2026, 12 files/, /Nothing/],
    ],
    ['a commit without a date', [{ ...FILE, git: { ...GIT, committedAt: null } }], [], [/commit 0123456, 12 files/, /Nothing/]],
    ['what has no fixed version', [{ ...FILE, pinned: false }], [], [/names no fixed version/, /Nothing/]],
    [
      'the newest look',
      [FILE],
      [
        log({
          looks: [
            { at: '2026-11-02T12:00:00Z', sameBytes: 'changed', reason: null },
            { at: '2026-11-01T12:00:00Z', sameBytes: 'matches', reason: null },
          ],
        }),
      ],
      [/exactly this file/, /it has changed since/, /Nothing/],
    ],
    [
      'whose it is, each way once',
      [{ ...FILE, theirs: [{ ...BY, method: 'linked-account' }] }],
      [
        log({
          theirs: [
            { ...BY, method: 'linked-account' },
            { ...BY, method: 'signed-commit' },
          ],
        }),
      ],
      [/exactly this file/, /account that this person linked \(ada\)/, /signed with a key of this person \(ada\)/],
    ],
    [
      'who vouches for it, where they proved an address, and no name that was typed in',
      [FILE],
      [
        log({
          theirs: [
            { ...BY, method: 'assessor', by: 'The dean' },
            { ...BY, method: 'assessor', by: 'Grace', domain: 'school.example' },
          ],
        }),
      ],
      [/exactly this file/, /^Grace has vouched for it/],
    ],
    [
      'a name that was typed in',
      [FILE],
      [log({ theirs: [{ ...BY, method: 'assessor', by: 'The dean' }] })],
      [/exactly this file/, /Nothing/],
    ],
    ['work of which nothing is known', [], [], [/Nothing/]],
  ])('%s', async (_, evidence, work, said) => {
    const words = foundWords(await assessTexts('en'), 'en', URL, { evidence, work });
    expect(words).toEqual(said.map((pattern) => expect.stringMatching(pattern)));
  });
});
