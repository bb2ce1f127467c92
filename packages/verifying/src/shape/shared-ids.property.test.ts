import { canonicalise } from '@proofmark/proofs/jsonld';
import type { Json } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, LIST, signed, statusList } from '../fixtures/badges.fixture.js';
import { moves, rewritten, sharingBadge } from './shared-ids.fixture.js';
import { isRefused, twinFault } from './told.fixture.js';

// T1: statements that move between nodes with one id.

const world = { [LIST]: await statusList({ set: [1] }) };
const graphOf = async (badge: Parameters<typeof canonicalise>[0]) => JSON.stringify(await canonicalise(badge, 'SHA-256'));

describe('a badge in which nodes share ids', () => {
  it('is refused or told the same, at whichever of the nodes its statements are written', async () => {
    const seen = { twins: 0, judged: 0, refused: 0, ambiguous: 0 };
    await fc.assert(
      fc.asyncProperty(sharingBadge, fc.array(moves, { minLength: 8, maxLength: 8 }), async (honest, rewrites) => {
        const badge = await signed(honest);
        const original = await check(badge, world);
        expect(original.verdict).not.toBe('do-not-rely');
        const graph = await graphOf(honest);
        if (isRefused(original)) seen.ambiguous += 1;
        for (const steps of rewrites) {
          const twin = rewritten(honest, steps);
          if (JSON.stringify(twin) === JSON.stringify(honest) || (await graphOf(twin)) !== graph) continue;
          seen.twins += 1;
          const report = await check({ ...twin, proof: badge.proof as Json }, world);
          seen[isRefused(report) ? 'refused' : 'judged'] += 1;
          const [is, was] = twinFault(report, original) ?? [];
          expect(is, JSON.stringify(twin)).toEqual(was);
        }
      }),
      { numRuns: 50 },
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10);
  });
});
