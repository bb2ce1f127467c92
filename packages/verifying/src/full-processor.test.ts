import { buildCredential, type CredentialInput } from '@proofmark/credentials';
import type { JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { check, ISSUER, LIST, STATUS, signed, statusList, unsigned } from './fixtures/badges.fixture.js';

const asked = vi.hoisted((): unknown[] => []);

vi.mock('@proofmark/proofs/jsonld', async (load) => {
  const processor = await load<typeof import('@proofmark/proofs/jsonld')>();
  const canonicalise: typeof processor.canonicalise = (document, hash) => {
    asked.push(document);
    return processor.canonicalise(document, hash);
  };
  return { ...processor, canonicalise };
});

beforeEach(() => {
  asked.length = 0;
});

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom('Übung “macht”', '数学 🎓', 'a\n\tb', '<b>&amp;</b>', '\\"'),
  )
  .filter((words) => words.trim() !== '' && !words.includes('\0'));
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 2 });
const url = fc.uuid().map((uuid) => `https://work.example/${uuid}`);
const level = 'urn:uuid:00000000-0000-4000-8000-000000000002';

/** Any input that our issuer accepts: every known member, present or not, in any number and with any text. */
const input: fc.Arbitrary<CredentialInput> = fc.record({
  id: fc.uuid().map((uuid) => `https://badges.example/credentials/${uuid}`),
  issuer: fc.record({ id: fc.constant(ISSUER), name: text, url: maybe(url), description: maybe(text), image: maybe(url) }),
  achievement: fc.record({
    id: url,
    name: text,
    description: text,
    criteria: fc.record({ narrative: text, id: maybe(url) }),
    achievementType: maybe(fc.constantFrom('MicroCredential', 'ext:Sprint')),
    tag: maybe(fc.array(text, { maxLength: 3 })),
    alignment: maybe(
      fc.array(fc.record({ targetName: text, targetUrl: url, targetCode: maybe(text), targetFramework: maybe(text) }), { maxLength: 3 }),
    ),
    image: maybe(fc.record({ id: url, caption: text })),
    inLanguage: maybe(fc.constant('en')),
    fieldOfStudy: maybe(text),
    specialization: maybe(text),
    humanCode: maybe(text),
    creditsAvailable: maybe(fc.constantFrom(0, 3, 2.5, 1e21)),
    version: maybe(text),
    resultDescription: maybe(
      fc.constant([
        {
          id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
          name: 'Level',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [{ id: level, name: 'Good', points: '4' }],
        },
        { id: 'urn:uuid:00000000-0000-4000-8000-000000000003', name: 'Points', resultType: 'Percent', valueMin: '0', valueMax: '100' },
      ]),
    ),
  }),
  recipient: fc.record({ id: fc.uuid().map((uuid) => `urn:uuid:${uuid}`), name: maybe(text) }),
  validFrom: fc.integer({ min: Date.UTC(2020), max: Date.UTC(2027) }),
  validUntil: maybe(fc.integer({ min: Date.UTC(2028), max: Date.UTC(2090) })),
  awardedDate: maybe(fc.integer({ min: Date.UTC(2020), max: Date.UTC(2027) })),
  name: maybe(text),
  narrative: maybe(text),
  evidence: maybe(
    fc.uniqueArray(
      fc.record({
        id: url,
        name: maybe(text),
        narrative: maybe(text),
        description: maybe(text),
        genre: maybe(text),
        audience: maybe(text),
        mediaType: maybe(fc.constant('application/pdf')),
        digestMultibase: maybe(fc.constant('uEiA')),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
  ),
  relatedResource: maybe(
    fc.constant([{ id: 'https://badges.example/reports/1', digestSRI: 'sha384-AAAA', mediaType: 'application/json' }]),
  ),
  status: maybe(fc.constant({ list: LIST, index: 94567, reference: 'https://badges.example/credentials/1/status' })),
});

describe('the full JSON-LD processor', () => {
  it('is needed for no badge that we issue, nor for its status list', async () => {
    const list = await statusList();
    await fc.assert(
      fc.asyncProperty(input, fc.boolean(), async (given, test) => {
        const badge = await signed({ ...buildCredential({ ...given, test }) } as unknown as JsonObject);
        const report = await check(badge, { [LIST]: list });
        expect(report.verdict).toBe(test ? 'test' : 'genuine-issuer-unknown');
      }),
      { numRuns: 200 },
    );
    expect(asked).toHaveLength(0);
  });

  it('is needed for a badge with text that has a direction, and then gives the same answer', async () => {
    const badge = await signed(unsigned({ credentialStatus: STATUS, name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' } }));
    const before = asked.length;
    expect((await check(badge, { [LIST]: await statusList() })).verdict).toBe('genuine-issuer-unknown');
    expect(asked.length).toBeGreaterThan(before);
  });
});
