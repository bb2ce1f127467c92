import { gzipSync } from 'node:zlib';
import {
  type AchievementInput,
  buildCredential,
  buildStatusList,
  type CredentialInput,
  createBits,
  emailIdentity,
  encodeList,
} from '@proofmark/credentials';
import { nodeCrypto } from '@proofmark/platform/node';
import { type Canonicalise, makeCanonicalise } from '@proofmark/proofs';
import { canonicalise } from '@proofmark/proofs/jsonld';
import { checkSchema, type JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const crypto = nodeCrypto();
let needed = 0;
const counted = makeCanonicalise(crypto, (document, hash) => {
  needed++;
  return canonicalise(document, hash);
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('a "b" \\c', '1\n2\t3\u007f', ' '),
);
const prose = text.map((value) => `${value}.`);
const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('https://x.example/%7B', 'https://x.example'),
);
const urn = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
const image = fc.oneof(url, fc.record({ id: url, caption: prose }));

const achievement: fc.Arbitrary<AchievementInput> = fc.record({
  id: url,
  name: prose,
  description: prose,
  criteria: fc.record({ id: maybe(url), narrative: prose }),
  achievementType: maybe(fc.constantFrom('Badge', 'ext:Mine')),
  alignment: maybe(
    fc.array(
      fc.record({
        targetName: prose,
        targetUrl: url,
        targetCode: maybe(text),
        targetDescription: maybe(text),
        targetFramework: maybe(text),
      }),
      { maxLength: 3 },
    ),
  ),
  tag: maybe(fc.array(prose, { maxLength: 4 })),
  image: maybe(image),
  inLanguage: maybe(fc.constant('de-AT')),
  fieldOfStudy: maybe(text),
  specialization: maybe(text),
  humanCode: maybe(text),
  creditsAvailable: maybe(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom(0.1, 1e-7, 1e21))),
  version: maybe(text),
  resultDescription: maybe(
    fc.array(
      fc.record({
        id: urn,
        name: prose,
        resultType: fc.constant('LetterGrade'),
        allowedValue: maybe(fc.array(fc.constantFrom('A', 'B', 'C', 'A'), { maxLength: 4 })),
        requiredValue: maybe(text),
        rubricCriterionLevel: maybe(
          fc.array(fc.record({ id: urn, name: prose, level: maybe(text), points: maybe(text) }), { maxLength: 2 }),
        ),
        valueMax: maybe(text),
        valueMin: maybe(text),
      }),
      { maxLength: 2 },
    ),
  ),
});

const evidence = fc.record({
  id: maybe(url),
  name: maybe(prose),
  narrative: maybe(text),
  description: maybe(text),
  genre: maybe(fc.constant('Repository')),
  audience: maybe(text),
  mediaType: maybe(fc.constant('application/pdf')),
  digestMultibase: maybe(fc.constant('uEiAx')),
});

const input: fc.Arbitrary<CredentialInput> = fc.record({
  id: fc.uuid().map((uuid) => `https://badges.example/credentials/${uuid}`),
  issuer: fc.record({
    id: fc.constant('did:web:badges.example:issuers:acme'),
    name: prose,
    url: maybe(url),
    description: maybe(text),
    image: maybe(image),
  }),
  achievement,
  recipient: fc.record({ id: fc.oneof(urn, fc.constant('did:key:z6Mk')), name: maybe(prose) }),
  validFrom: fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) }),
  validUntil: fc.constant(Date.UTC(2200)),
  awardedDate: maybe(fc.constant(Date.UTC(2026))),
  name: maybe(text),
  narrative: maybe(text),
  // The same piece twice, and pieces without an address, are blank nodes that look alike.
  evidence: maybe(fc.array(evidence, { maxLength: 3 }).map((items) => [...items, ...items.filter(({ id }) => id === null)])),
  results: maybe(fc.array(fc.record({ value: maybe(text), status: maybe(fc.constant('Completed')) }), { maxLength: 3 })),
  relatedResource: maybe(
    fc.array(fc.record({ id: url, mediaType: fc.constant('application/json'), digestSRI: fc.constant('sha384-x') }), { maxLength: 1 }),
  ),
  status: maybe(fc.record({ list: fc.constant('https://badges.example/status/3'), index: fc.nat(), reference: maybe(url) })),
  test: fc.boolean(),
});

async function agree(document: JsonObject, path: Canonicalise): Promise<void> {
  expect(await path(document, 'SHA-256')).toEqual(await canonicalise(document, 'SHA-256'));
}

describe('what we issue is canonicalised without a JSON-LD processor', () => {
  it('every badge that can be built and passes our schema', async () => {
    const identity = await emailIdentity('ada@learner.example', '0123456789abcdef', crypto);
    let badges = 0;
    needed = 0;
    await fc.assert(
      fc.asyncProperty(input, fc.boolean(), async (given, hashed) => {
        const badge = buildCredential(hashed ? { ...given, recipient: { ...given.recipient, identity } } : given);
        if (checkSchema(badge, 'AchievementCredential', 'issue').violations.length > 0) return;
        badges++;
        await agree(badge, counted);
      }),
      { numRuns: 250 },
    );
    expect(badges).toBeGreaterThan(125);
    expect(needed).toBe(0);
  });

  it('every status list', async () => {
    needed = 0;
    for (const purpose of ['revocation', 'suspension'] as const) {
      const encodedList = await encodeList(createBits(131_072), (data) => gzipSync(data));
      const list = buildStatusList({
        id: 'https://badges.example/status/3',
        issuer: 'did:web:badges.example',
        purpose,
        validFrom: 0,
        validUntil: 1e12,
        ttl: 300_000,
        encodedList,
      });
      await agree(list, counted);
    }
    expect(needed).toBe(0);
  });
});
