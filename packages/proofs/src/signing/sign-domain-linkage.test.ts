import { createPublicKey } from 'node:crypto';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { newKey } from '../node-crypto.fixture.js';
import { didConfiguration, signDomainLinkage } from './sign-domain-linkage.js';

const did = 'did:web:badges.example:issuers:acme';
const origin = 'https://acme.example';
const from = Date.parse('2026-11-22T09:00:00.750Z');
const until = Date.parse('2031-11-22T09:00:00.750Z');

describe('signDomainLinkage', () => {
  it.each(['ES256', 'Ed25519', 'RS256'] as const)('makes a token that jose takes, with %s', async (algorithm) => {
    const key = newKey(algorithm);
    const token = await signDomainLinkage({ did, origin, kid: `${did}#k`, signer: key.signer, from, until });
    const publicKey = createPublicKey({ key: { ...key.publicKey.jwk }, format: 'jwk' });
    const { payload, protectedHeader } = await jwtVerify(token, publicKey, { currentDate: new Date('2027-01-01T00:00:00Z') });
    expect(protectedHeader).toEqual({ alg: algorithm === 'Ed25519' ? 'EdDSA' : algorithm, kid: `${did}#k` });
    expect(payload).toEqual({
      iss: did,
      sub: did,
      nbf: Math.floor(from / 1000),
      exp: Math.floor(until / 1000),
      vc: {
        '@context': ['https://www.w3.org/2018/credentials/v1', 'https://identity.foundation/.well-known/did-configuration/v1'],
        type: ['VerifiableCredential', 'DomainLinkageCredential'],
        issuer: did,
        issuanceDate: '2026-11-22T09:00:00Z',
        expirationDate: '2031-11-22T09:00:00Z',
        credentialSubject: { id: did, origin },
      },
    });
  });

  it('is wrapped in a DID configuration with no other member', () => {
    const context = 'https://identity.foundation/.well-known/did-configuration/v1';
    expect(didConfiguration(['a.b.c'])).toEqual({ '@context': context, linked_dids: ['a.b.c'] });
  });
});
