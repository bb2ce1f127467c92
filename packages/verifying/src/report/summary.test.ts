import type { JsonObject } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS, unsigned } from '../fixtures/badges.fixture.js';
import { summarise } from './summary.js';

describe('the summary of a badge', () => {
  it('has the values that the badge gives', () => {
    expect(summarise(unsigned({ credentialStatus: STATUS, validUntil: '2028-11-22T09:00:00Z' }))).toEqual({
      id: 'https://badges.example/credentials/1',
      name: 'Web API design',
      description: 'Designs and documents a small web API.',
      image: null,
      issuer: { id: 'did:web:badges.example:issuers:acme', name: 'Acme Academy', url: 'https://acme.example' },
      recipient: { id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11', name: null },
      criteria: { id: null, narrative: 'A working API with tests.' },
      skills: [{ name: 'API design', url: 'https://skills.example/api', framework: null }],
      tags: ['api', 'http'],
      results: [],
      evidence: [
        {
          id: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567',
          name: 'Todo API',
          narrative: null,
          genre: null,
          mediaType: null,
          digestMultibase: null,
        },
        {
          id: 'https://badges.example/files/report.pdf',
          name: 'Report',
          narrative: null,
          genre: null,
          mediaType: 'application/pdf',
          digestMultibase: 'uEiAAAA',
        },
      ],
      validFrom: '2026-11-22T09:00:00Z',
      validUntil: '2028-11-22T09:00:00Z',
      hasStatus: true,
    });
  });

  it('reads addresses in place of objects, dates of VC 1.1, languages and levels', () => {
    const level = { id: 'urn:level:2', type: ['RubricCriterionLevel'], name: 'Mastered' };
    const achievement = {
      type: 'Achievement',
      name: [
        { '@value': 'Entwurf', '@language': 'de' },
        { '@value': 'Design', '@language': 'en-GB' },
      ],
      image: 'https://badges.example/1.png',
      criteria: 'https://badges.example/criteria',
      resultDescription: [{ id: 'urn:result:1', name: 'Grade', rubricCriterionLevel: [level] }],
    };
    const result = { type: 'Result', resultDescription: 'urn:result:1', achievedLevel: 'urn:level:2' };
    const summary = summarise({
      issuer: 'https://acme.example',
      issuanceDate: '2020-01-01T00:00:00Z',
      expirationDate: '2021-01-01T00:00:00Z',
      credentialSubject: { name: 'Ada', achievement, result },
    });
    expect(summary).toMatchObject({
      name: 'Design',
      image: 'https://badges.example/1.png',
      criteria: { id: 'https://badges.example/criteria' },
      issuer: { id: 'https://acme.example', name: null },
      recipient: { name: 'Ada' },
      results: [{ name: 'Grade', value: 'Mastered' }],
      validFrom: '2020-01-01T00:00:00Z',
      validUntil: '2021-01-01T00:00:00Z',
      hasStatus: false,
    });
  });

  it('does not throw for any JSON value', () => {
    const keys = [
      'issuer',
      'credentialSubject',
      'achievement',
      'alignment',
      'evidence',
      'result',
      'criteria',
      'name',
      'identifier',
      'tag',
      'image',
      'id',
    ];
    const leaf = fc.jsonValue({ maxDepth: 1 });
    const layer = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
      fc.oneof(leaf, fc.array(inner, { maxLength: 2 }), fc.dictionary(fc.constantFrom(...keys), inner, { maxKeys: 5 }));
    const hostile = layer(layer(layer(leaf)));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), hostile), (badge) => {
        const summary = summarise(badge as JsonObject);
        expect(summary.name === null || typeof summary.name === 'string').toBe(true);
        expect(summary.skills.every(({ name }) => typeof name === 'string')).toBe(true);
      }),
    );
  });
});
