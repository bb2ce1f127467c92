import { canonicalise } from '@proofmark/proofs/jsonld';
import type { Json, JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, LIST, signed, statusList } from '../fixtures/badges.fixture.js';
import { shapeGate } from './gate.js';
import { isRefused, twinFault } from './told.fixture.js';
import { honestBadge, TRICKS } from './twins.fixture.js';

const world = { [LIST]: await statusList({ set: [94567] }) };

describe('the shape gate', () => {
  it('passes honest badges', () => {
    const passes = fc.property(honestBadge, (badge) => {
      expect(shapeGate(badge)).toEqual({ outcome: 'passed' });
    });
    fc.assert(passes, { numRuns: 120 });
  });

  it('refuses every twin, or judges it exactly as the badge', async () => {
    const names = Object.keys(TRICKS);
    const seen = { same: new Set<string>(), judged: 0, refused: 0 };
    const choices = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(500)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(honestBadge, choices, async (honest, tricks) => {
        const badge = await signed(honest);
        let twin: JsonObject = honest;
        for (const [name, pick] of tricks) twin = TRICKS[name]?.(twin, pick) ?? twin;
        const original = await check(badge, world);
        expect(original.checks.shape).toEqual({ outcome: 'passed' });
        const report = await check({ ...twin, proof: badge.proof as Json }, world);
        const same = JSON.stringify(await canonicalise(twin, 'SHA-256')) === JSON.stringify(await canonicalise(honest, 'SHA-256'));
        if (same && JSON.stringify(twin) !== JSON.stringify(honest)) {
          for (const [name] of tricks) seen.same.add(name);
          seen[isRefused(report) ? 'refused' : 'judged'] += 1;
        }
        const [is, was] = twinFault(report, original) ?? [];
        expect(is).toEqual(was);
      }),
      { numRuns: 100, seed: 20261122 },
    );
    // The tricks must really keep the statements, or nothing was tested.
    expect([...seen.same].length).toBeGreaterThan(names.length * 0.7);
    expect([seen.judged, seen.refused].every((count) => count > 8)).toBe(true);
  });
});
