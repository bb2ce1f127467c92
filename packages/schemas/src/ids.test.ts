import { expect, it } from 'vitest';
import { credentialUrl, issuerDid, isUuid } from './ids.js';

it('names an issuer by the host and path of the service', () => {
  expect(issuerDid('https://badges.example', 'acme')).toBe('did:web:badges.example:issuers:acme');
  expect(issuerDid('http://localhost:3000', 'acme')).toBe('did:web:localhost%3A3000:issuers:acme');
  expect(issuerDid('https://school.example/badges/', 'acme')).toBe('did:web:school.example:badges:issuers:acme');
});

it('takes UUIDs in one spelling', () => {
  expect(isUuid('0198a7c2-0000-7000-8000-000000000001')).toBe(true);
  expect(['0198A7C2-0000-7000-8000-000000000001', '0198a7c2000070008000000000000001', 'a', ''].some(isUuid)).toBe(false);
  expect(credentialUrl('https://b.example', 'x')).toBe('https://b.example/credentials/x');
});
