import { makeCanonicalise } from '@proofmark/proofs';
import { canonicalise } from '@proofmark/proofs/jsonld';
import { checkSchema, documentClassOf, type JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { host } from '../fixtures/host.fixture.js';
import { shapeGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import { canonical } from './canonical.js';
import { changed, RICH } from './changes.fixture.js';
import { namesIn } from './read.js';
import { BADGE, type Statements, walk } from './walk.js';

const digest = (text: string) => host.crypto.digest('SHA-256', new TextEncoder().encode(text));

/** What the plain path makes of a badge; null when it leaves it to the full verification. */
async function plainly(badge: JsonObject): Promise<string | null> {
  let said: Statements;
  try {
    namesIn(badge);
    said = walk(badge, BADGE);
  } catch {
    return null;
  }
  return canonical(said, digest).catch(() => null);
}

describe('a badge that the plain path takes', () => {
  it('with all that such a badge may have, says what a JSON-LD processor reads in it', async () => {
    const full = await canonicalise(RICH, 'SHA-256');
    expect(full.ok && full.nquads).toBe(await plainly(RICH));
  });

  it('is one of which gate and schema have nothing to say, whatever was changed in it, and signs the same statements', async () => {
    const counts = { taken: 0, left: 0 };
    const full = makeCanonicalise(host.crypto);
    await fc.assert(
      fc.asyncProperty(changed(RICH), async (badge) => {
        const nquads = await plainly(badge);
        counts[nquads === null ? 'left' : 'taken'] += 1;
        if (nquads === null) return;
        expect(keySafety(badge)).toEqual({ outcome: 'passed' });
        expect(shapeGate(badge)).toEqual({ outcome: 'passed' });
        expect(checkSchema(badge, documentClassOf(badge) ?? 'Node', 'read')).toEqual({ violations: [], notes: [] });
        expect(await full(badge, 'SHA-256')).toEqual({ ok: true, nquads });
      }),
      { numRuns: 6000 },
    );
    expect(counts.taken).toBeGreaterThan(1000);
    expect(counts.left).toBeGreaterThan(1000);
  }, 120_000);
});
