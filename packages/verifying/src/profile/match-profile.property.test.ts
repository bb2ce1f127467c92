import { decodeBase64url, type Json, type JsonObject } from '@proofmark/primitives';
import { type Canonicalise, type CryptoPort, type Dataset, makeCanonicalise } from '@proofmark/proofs';
import { canonicalise as processor } from '@proofmark/proofs/jsonld';
import { checkSchema, documentClassOf } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signed, token } from '../fixtures/badges.fixture.js';
import { host } from '../fixtures/host.fixture.js';
import { proofGate, shapeGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import { canonicalStatements } from './canonical-statements.js';
import { changed, RICH, RICH_LIST } from './changes.fixture.js';
import { type KnownStatements, matchProfile, matchProfileToken } from './match-profile.js';

const compiled = makeCanonicalise(host.crypto);
/** A host that only hashes with promises, as a browser does. */
const { hashText: _, ...slow }: CryptoPort = host.crypto;
const PASSED = { outcome: 'passed' };
const NOTHING = { violations: [], notes: [] };

const badge = await signed(RICH);
const list = await signed(RICH_LIST);

/** Compares a match with what the gate, the schema and a canonicaliser find in the same document and in its proof. */
async function compare(document: JsonObject, statements: KnownStatements, canonicalise: Canonicalise): Promise<void> {
  const { proof, ...unsecured } = document;
  const { proofValue: _, ...options } = proof as JsonObject;
  expect([keySafety(document), shapeGate(document), proofGate(proof as JsonObject)]).toEqual([PASSED, PASSED, PASSED]);
  expect(checkSchema(document, documentClassOf(document) ?? 'Node', 'read')).toEqual(NOTHING);
  for (const asked of [unsecured, { ...options, '@context': document['@context'] as Json }] as JsonObject[]) {
    const answer = await canonicalise(asked, 'SHA-256');
    const known = statements(asked) as Dataset;
    expect(known).not.toBeNull();
    // Two pieces may say the same in all respects: then the profile leaves the order of their names to the full canonicaliser.
    const nquads = await canonicalStatements(known, host.crypto);
    if (nquads !== null) expect(answer).toEqual({ ok: true, nquads });
    expect(await canonicalStatements(known, slow)).toBe(nquads);
  }
}

/** Changes a document at random; every match is compared with the compiled contexts, and every tenth with the JSON-LD processor. */
async function compareChanges(document: JsonObject, numRuns: number): Promise<{ readonly matched: number; readonly left: number }> {
  const counts = { matched: 0, left: 0 };
  await fc.assert(
    fc.asyncProperty(changed(document), async (other) => {
      const statements = matchProfile(other);
      counts[statements === null ? 'left' : 'matched'] += 1;
      if (statements === null) return;
      await compare(other, statements, compiled);
      if (counts.matched % 10 === 0) await compare(other, statements, processor);
    }),
    { numRuns },
  );
  return counts;
}

describe('a document that matches the profile', () => {
  it.each([
    ['a badge', badge],
    ['a status list', list],
  ])('is %s with every member that the profile has, and signs what a JSON-LD processor reads in it', async (_, document) => {
    const statements = matchProfile(document);
    expect(statements).not.toBeNull();
    await compare(document, statements as KnownStatements, processor);
  });

  it('passes gate and schema and signs the same statements, whatever was changed in a badge', async () => {
    const counts = await compareChanges(badge, 1500);
    expect(counts.matched).toBeGreaterThan(250);
    expect(counts.left).toBeGreaterThan(250);
  });

  it('passes gate and schema and signs the same statements, whatever was changed in a status list', async () => {
    const counts = await compareChanges(list, 800);
    expect(counts.matched).toBeGreaterThan(120);
    expect(counts.left).toBeGreaterThan(120);
  });

  it('passes key safety and schema when it is the payload of a token, whatever was changed in it', async () => {
    const payload = decodeBase64url((await token(RICH)).split('.')[1] as string) as Uint8Array;
    const claims = JSON.parse(new TextDecoder().decode(payload)) as JsonObject;
    const counts = { matched: 0, left: 0 };
    fc.assert(
      fc.property(changed(claims), (other) => {
        const matched = matchProfileToken(other);
        counts[matched ? 'matched' : 'left'] += 1;
        if (!matched) return;
        expect(keySafety(other)).toEqual(PASSED);
        expect(checkSchema(other, documentClassOf(other) ?? 'Node', 'read')).toEqual(NOTHING);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(counts.matched, counts.left)).toBeGreaterThan(160);
  });
});

describe('the statements of a match', () => {
  it('are given for the document and the options of its proof alone', () => {
    const statements = matchProfile(badge) as KnownStatements;
    const { proof: _, ...unsecured } = badge;
    expect(statements(unsecured as JsonObject)).not.toBeNull();
    expect(statements({ ...unsecured, name: 'Another' } as JsonObject)).toBeNull();
    expect(statements({ ...unsecured, more: 1 } as JsonObject)).toBeNull();
    expect(statements(badge)).toBeNull();
  });
});

describe('the profile says nothing about', () => {
  const { proof, ...unsecured } = badge;
  const own = proof as JsonObject;

  it.each<[string, JsonObject]>([
    ['no proof', unsecured as JsonObject],
    ['two proofs', { ...badge, proof: [own, own] }],
    ['a proof in an array', { ...badge, proof: [own] }],
    ['a proof of another suite', { ...badge, proof: { ...own, cryptosuite: 'eddsa-jcs-2022' } }],
    ['a proof for another purpose', { ...badge, proof: { ...own, proofPurpose: 'authentication' } }],
    ['a proof that ends', { ...badge, proof: { ...own, expires: '2030-01-01T00:00:00Z' } }],
    ['a proof with contexts of its own', { ...badge, proof: { ...own, '@context': badge['@context'] as Json } }],
    ['a proof in parts of a second', { ...badge, proof: { ...own, created: '2026-11-22T09:00:00.5Z' } }],
    ['a proof value in another base', { ...badge, proof: { ...own, proofValue: `u${String(own.proofValue).slice(1)}` } }],
    ['contexts in another order', { ...badge, '@context': [...(badge['@context'] as Json[])].reverse() }],
    ['a member without a value', { ...badge, image: undefined } as unknown as JsonObject],
    ['a member that no class has', { ...badge, mood: 'proud' }],
  ])('%s', (_, document) => {
    expect(matchProfile(document)).toBeNull();
  });
});

describe('an error of ours inside the walk', () => {
  it('is thrown, and not taken for a document outside of the profile', () => {
    const broken = (): never => {
      throw new Error('the hash of the host is broken');
    };
    const trap = Object.defineProperty({ ...badge }, 'name', { enumerable: true, get: broken });
    expect(() => matchProfile(trap)).toThrow('the hash of the host is broken');
  });
});
