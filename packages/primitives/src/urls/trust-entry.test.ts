import { expect, it } from 'vitest';
import { isDocumentAddress, isTrustEntry } from './trust-entry.js';

it.each([
  ['acme.example', true],
  ['https://acme.example/', true],
  ['localhost:3000', true],
  ['schule.münchen.example', true],
  ['did:web:acme.example', true],
  ['https://acme.example/credentials/1', true],
  ['Acme Academy', false],
  ['Stanford', false],
  ['not an address', false],
  ['did:', false],
  [`did:web:${'a'.repeat(2000)}`, false],
])('says of %j whether it can be compared with an issuer: %s', (entry, comparable) => {
  expect(isTrustEntry(entry)).toBe(comparable);
});

it('knows the address of a document by its path', () => {
  expect(['https://a.example/list.json', 'https://a.example/', 'a.example/list.json', 'did:web:a'].map(isDocumentAddress)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
