import type { EvidenceReport } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { NOW, portsOf } from '../../fixtures/badges.fixture.js';
import { verify } from '../../verify.js';
import { AT, badgeWithWork, FILE, gitOf, look, REPOSITORY, snapshot, world } from '../recheck/recheck.fixture.js';

const badge = await badgeWithWork();
const line = (evidence: readonly EvidenceReport[], id: string): EvidenceReport | undefined => evidence.find((each) => each.id === id);

describe('a recheck of a repository', () => {
  it('asks the forge about a commit when there is no git source', async () => {
    const all = portsOf(world);
    const found = await verify({ json: badge }, all, { at: NOW, work: 'recheck' });
    expect(line(found.evidence, REPOSITORY)).toMatchObject({ sameBytes: 'not-checked', reason: 'unreachable', readBy: { grade: 'forge' } });
    expect(all.asked.filter((request) => request.for === 'forge').map(({ url }) => new URL(url).host)).toEqual(['api.github.com']);
    expect(line(found.evidence, FILE)).toMatchObject({ sameBytes: 'matches' });
  });

  it('asks the forge about a commit when git gave no answer, and not when it gave one', async () => {
    const forgeOf = ({ asked }: Awaited<ReturnType<typeof look>>): number => asked.filter((request) => request.for === 'forge').length;
    for (const code of ['unreachable', 'too-large', 'http-status'] as const)
      expect(forgeOf(await look(badge, {}, { git: gitOf({ ok: false, code }) }))).toBe(1);
    for (const answer of [snapshot, { ok: false, code: 'commit-not-found' }, { ok: false, code: 'repository-private' }] as const)
      expect(forgeOf(await look(badge, {}, { git: gitOf(answer) }))).toBe(0);
  });

  it('tells who answered for a repository, and what it holds by whose word', async () => {
    const { report: found } = await look(badge);
    expect(line(found.evidence, REPOSITORY)).toMatchObject({
      readBy: { grade: 'git', host: 'github.com' },
      contents: { listing: { by: 'git', files: 1, bytes: 1 }, history: null, since: null, judgedAt: AT },
    });
    expect(line(found.evidence, FILE)).not.toHaveProperty('contents');
  });
});
