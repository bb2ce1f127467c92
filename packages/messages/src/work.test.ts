import { RECHECK_REASONS } from '@proofmark/evidence';
import { GIT_PROBLEMS } from '@proofmark/git-reader';
import type { EvidenceReport } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { describeAge, describeCopy, describeWork, describeWorkNote, describeWorkReason } from './index.js';

const AT = '2026-11-22T09:00:00Z';
const looked: EvidenceReport = { id: null, pinned: 'yes', sameBytes: 'matches', kept: 'not-checked', theirs: 'not-checked' };
const said = (more: Partial<EvidenceReport>): string[] =>
  describeWork({ ...looked, ...more }).map(({ name, answer, more: sentences }) => [`${name}: ${answer}`, ...sentences].join(' | '));

describe('the four lines about a piece of work', () => {
  it('stay four, each with what it does not show', () => {
    expect(said({ sameBytes: 'changed', kept: 'no', theirs: 'yes', theirsBy: 'linked account' })).toEqual([
      'Fixed version: Yes',
      'Same content: No, it has changed',
      'Kept copy: No',
      'Theirs: Yes (linked account)',
    ]);
    expect(describeWork(looked).every(({ limit }) => limit.includes('not'))).toBe(true);
  });

  it('say why, and what the issuer saw where we could not look', () => {
    const lastLook = { at: AT, sameBytes: 'matches', reason: null } as const;
    expect(said({ sameBytes: 'not-checked', reason: 'unsupported-by-host', lastLook })[1]).toBe(
      'Same content: Not checked | A web page cannot read this repository. | The issuer’s server says that it looked on 22 November 2026, 09:00 UTC: it matched.',
    );
    expect(said({ lastLook, notes: ['not-on-a-branch', 'no-swhid'] })[1]).toBe(
      'Same content: Yes, it matches what was judged | No branch or tag of the repository leads to this commit: it may be from a fork, or its history was rewritten.',
    );
    expect(said({ sameBytes: 'gone', reason: 'commit-not-found', kept: 'yes' })[1]).toBe(
      'Same content: It is gone; a copy is kept | The repository does not give this commit any more: its history was rewritten.',
    );
  });

  it('name who answered for a repository, in what grade, and when to ask again', () => {
    const readBy = { grade: 'forge', host: 'github.com', treeCompared: true } as const;
    const contents = { listing: null, history: null, since: { commits: 3, last: AT }, judgedAt: AT };
    expect(said({ readBy, contents, notes: ['not-on-default-branch', 'submodule'] })[1]).toBe(
      'Same content: Yes, it matches what was judged | GitHub says that this commit is there. The list of its files was checked. | The main branch does not lead to this commit. It may be from another branch or from a fork. | Part of the work is in another repository (a submodule), which was not read. | 3 commits came after it on the main branch.',
    );
    expect(said({ readBy: { grade: 'git', host: 'git.school.example' } })[1]).toBe(
      'Same content: Yes, it matches what was judged | The repository itself was read at git.school.example.',
    );
    expect(
      said({ sameBytes: 'not-checked', reason: 'forge-limited', readBy: { grade: 'forge', host: 'github.com' }, askAgainAt: AT })[1],
    ).toBe(
      'Same content: Not checked | GitHub answers no more questions from here for now. | It can be asked again on 22 November 2026, 09:00 UTC.',
    );
    expect(said({ sameBytes: 'not-checked', reason: 'timeout', readBy: { grade: 'forge', host: 'codeberg.org' } })[1]).toBe(
      'Same content: Not checked | Its server took too long.',
    );
  });

  it('name who keeps copies, and by what method the work is theirs', () => {
    const copy = { by: 'issuer', url: 'https://badges.example/c', state: 'kept', at: AT, digestSRI: null, sameBytes: 'matches' } as const;
    expect(describeCopy(copy)).toBe('The issuer keeps a copy since 22 November 2026, 09:00 UTC; we looked, and it matches.');
    expect(describeCopy({ ...copy, by: 'wayback', state: 'requested', sameBytes: null })).toBe(
      'The Wayback Machine was asked on 22 November 2026, 09:00 UTC to keep a copy.',
    );
    const authorship = [
      { method: 'linked-account', by: 'ada', at: AT, share: { commits: 3, of: 4 } },
      { method: 'signed-commit', by: 'SHA256:abc', at: AT, share: null },
      { method: 'assessor', by: 'Grace\u202e\n', at: AT, share: null },
    ] as const;
    expect(said({ theirs: 'yes', authorship })[3]).toBe(
      'Theirs: Yes (linked account “ada”, 3 of 4 commits; signed with their key SHA256:abc; endorsed by Grace)',
    );
  });

  it('say whom only the issuer names, and that nobody has proved who that is', () => {
    expect(said({ theirs: 'no', issuerSays: ['Grace” Hopper ✓'] })[3]).toBe(
      'Theirs: No | The issuer says that “Grace’ Hopper” vouches for it. Nobody has proved who that is.',
    );
  });
});

describe('the age of work', () => {
  it('is told with the day of its last change', () => {
    expect(describeAge({ age: 'current', changedAt: '2026-11-20T00:00:00Z' })).toBe(
      'The work is current. It last changed on 20 November 2026.',
    );
    expect(describeAge({ changedAt: '2026-11-20T00:00:00Z' })).toBe('It last changed on 20 November 2026.');
    expect(describeAge({})).toBe('');
  });
});

describe('reasons and notes', () => {
  it('are sentences, for every code that looking at work gives', () => {
    for (const code of RECHECK_REASONS) expect(describeWorkReason('not-checked', code)).toMatch(/^[A-Z].*\.$/);
    for (const code of GIT_PROBLEMS.filter((problem) => problem !== 'no-swhid')) expect(describeWorkNote(code)).toMatch(/^[A-Z].*\.$/);
    expect(describeWorkReason('gone', 'http-status')).not.toBe(describeWorkReason('private', 'http-status'));
    expect(describeWorkReason('gone', 'Trust\u202e me')).toBe('');
    expect([describeWorkReason('matches', null), describeWorkReason('gone', 'constructor'), describeWorkNote('toString')]).toEqual([
      '',
      '(constructor)',
      '',
    ]);
  });
});
