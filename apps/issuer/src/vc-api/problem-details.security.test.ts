import { checkCredential } from '@proofmark/schemas';
import { expect, it } from 'vitest';
import { malformed } from './problem-details.js';

it('tells of the first hundred faults of a document, and how many there are besides', () => {
  const evidence = Array.from({ length: 9_000 }, () => ({ type: 1, id: 2, name: 3 }));
  const violations = checkCredential({ '@context': ['https://www.w3.org/ns/credentials/v2'], evidence, credentialSubject: evidence });
  expect(violations.length).toBeGreaterThan(1_000);
  const problems = malformed(violations, '/verifiableCredential');
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.detail).toBe(`There are ${violations.length - 100} more places of this kind.`);
});

it('tells of each fault of a document with a few', () => {
  expect(malformed(checkCredential({ '@context': [] })).every(({ title }) => title === 'A value breaks the data model')).toBe(true);
});
