import { describe, expect, it } from 'vitest';
import { describeLink } from '../links/describe-link.js';
import { type PinnedItem, pinItem } from '../pinning/pin-item.js';
import { buildEvidenceReport } from './build-report.js';

const BADGE = 'https://badges.example/credentials/01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const SWHID = { id: `swh:1:dir:${SHA}`, name: 'x', description: 'x' };

const repository = (): PinnedItem => {
  const item = pinItem(describeLink(`https://github.com/ada/todo/tree/${SHA}`), null);
  const git: NonNullable<PinnedItem['finding']['git']> = {
    commit: SHA,
    ref: 'refs/heads/main',
    reachable: true,
    committedAt: '2026-11-20T10:00:00Z',
    files: 12,
    bytes: 3000,
    languages: [{ name: 'TypeScript', files: 9, bytes: 2500 }],
    licence: 'LICENSE',
    history: {
      commits: 30,
      complete: true,
      first: '2026-10-01T10:00:00Z',
      last: '2026-11-20T10:00:00Z',
      authored: { byEmail: 21, byKey: 3 },
      signatures: { valid: 3, invalid: 0, notChecked: 0 },
    },
  };
  return {
    ...item,
    others: [SWHID],
    finding: {
      ...item.finding,
      pinned: true,
      method: 'commit',
      url: 'https://github.com/ada/todo',
      swhids: [SWHID.id],
      changedAt: git.committedAt,
      git,
    },
  };
};

describe('buildEvidenceReport', () => {
  it('has the facts of each piece for which the badge has no terms, and its other names', () => {
    const file = pinItem(describeLink('https://ada.example/a.pdf'), {
      ok: true,
      mediaType: 'application/pdf',
      body: new Uint8Array(Buffer.from('%PDF-1.7')),
      sha256: new Uint8Array(32),
    });
    expect(buildEvidenceReport({ credential: BADGE, madeAt: '2026-11-22T09:00:00Z', work: [repository(), file] })).toEqual({
      type: 'ProofmarkEvidenceReport',
      credential: BADGE,
      madeAt: '2026-11-22T09:00:00Z',
      log: `${BADGE}/work-log`,
      items: [
        {
          id: `https://github.com/ada/todo/tree/${SHA}`,
          given: 'https://github.com/ada/todo',
          kind: 'repository',
          others: [SWHID.id],
          pin: 'commit',
          mediaType: null,
          size: null,
          changedAt: '2026-11-20T10:00:00Z',
          git: {
            commit: SHA,
            ref: 'refs/heads/main',
            files: 12,
            languages: ['TypeScript'],
            licence: 'LICENSE',
            commits: 30,
            complete: true,
            first: '2026-10-01T10:00:00Z',
            last: '2026-11-20T10:00:00Z',
          },
          kept: [],
          theirs: [],
          problems: [],
        },
        {
          id: 'https://ada.example/a.pdf',
          given: 'https://ada.example/a.pdf',
          kind: 'document',
          others: [],
          pin: 'digest',
          mediaType: 'application/pdf',
          size: 8,
          changedAt: null,
          git: null,
          kept: [],
          theirs: [],
          problems: [],
        },
      ],
    });
  });

  it('leaves out what was only declared: the commits that name an address or a key', () => {
    const text = JSON.stringify(buildEvidenceReport({ credential: BADGE, madeAt: '2026-11-22T09:00:00Z', work: [repository()] }));
    expect(text).not.toMatch(/authored|byEmail|21/);
  });
});
