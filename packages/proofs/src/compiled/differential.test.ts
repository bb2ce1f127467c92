import { classNames, classOf } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.fixture.js';
import { documents, isDrawn } from './documents.fixture.js';
import { brokenDocuments } from './mutations.fixture.js';

describe('the compiled path against the full processor', () => {
  it('answers the same for documents of all classes with all their properties', async () => {
    const used = new Set<string>();
    const tally = { same: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(
        documents((what) => used.add(what)),
        async (document) => {
          const comparison = await compare(document);
          tally[comparison === 'same' ? 'same' : 'left']++;
        },
      ),
      // A drawn document shrinks into more than the memory of this process.
      { numRuns: 1000, endOnFailure: true },
    );
    const all = classNames().flatMap((name) => [...classOf(name).properties.values()].map((property) => `${name}.${property.name}`));
    expect(all.filter((what) => isDrawn(what) && !used.has(what))).toEqual([]);
    // Left are the few in which a number stands beside its own text, and the like.
    expect(tally.same).toBeGreaterThan(975);
  });

  it('answers the same or nothing for randomly mutated documents', async () => {
    let same = 0;
    await fc.assert(
      fc.asyncProperty(brokenDocuments(), async (document) => {
        if ((await compare(document)) === 'same') same++;
      }),
      { numRuns: 600, endOnFailure: true },
    );
    expect(same).toBeGreaterThan(30);
  });
});
