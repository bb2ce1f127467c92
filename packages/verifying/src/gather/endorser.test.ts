import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { endorserName, endorserOf } from './endorser.js';

const BADGE: JsonObject = { issuer: { id: 'did:web:badges.example:issuers:acme' }, credentialSubject: { id: 'did:key:zAda' } };
const by = (id: string): JsonObject => ({ issuer: { id, name: 'Grace Hopper' } });

describe('who signed an endorsement', () => {
  it.each([
    ['the issuer', 'did:web:badges.example:issuers:acme', 'issuer'],
    ['a name under the issuer', 'did:web:badges.example:issuers:acme:assessors:1', 'issuer'],
    ['another account of the issuer’s host', 'did:web:badges.example:people:grace', 'issuer'],
    ['an address of the issuer’s host', 'https://badges.example/grace', 'issuer'],
    ['the learner', 'did:key:zAda', 'recipient'],
    ['a key of somebody else', 'did:key:zGrace', 'other'],
    ['somebody with a host', 'did:web:navy.example', 'other'],
  ] as const)('is told for %s', (_, id, endorser) => {
    expect(endorserOf(by(id), BADGE)).toBe(endorser);
  });

  it('is named by what was proved, never by the name in the endorsement', () => {
    expect([endorserName(by('did:key:zGrace')), endorserName(by('did:web:navy.example'))]).toEqual(['did:key:zGrace', 'navy.example']);
  });
});
