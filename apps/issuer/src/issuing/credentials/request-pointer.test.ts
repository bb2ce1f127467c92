import { describe, expect, it } from 'vitest';
import { inRequest } from './request-pointer.js';

const at = (pointer: string) => ({ pointer, code: 'not-allowed' as const, detail: 'is wrong' });

describe('the pointer of a fault', () => {
  it.each([
    ['/evidence/2/id', '/evidence/2/url'],
    ['/evidence/2/name', '/evidence/2/name'],
    ['/credentialSubject/result/0/value', '/results/0/value'],
    ['/credentialSubject/narrative', '/narrative'],
    ['/credentialSubject/identifier/0/identityHash', '/recipient'],
    ['/validUntil', '/validUntil'],
    ['/credentialSubject/achievement/name', '/credentialSubject/achievement/name'],
    ['/issuer/name', '/issuer/name'],
    ['', ''],
  ])('leads from %s of the badge to %s of the request', (badge, request) => {
    expect(inRequest([at(badge)], 'badge')).toEqual([at(request)]);
  });

  it.each([
    ['/credentialSubject/endorsementComment', '/comment'],
    ['/issuer/name', '/assessor/name'],
    ['/issuer/url', '/assessor/url'],
  ])('leads from %s of the endorsement to %s of the request', (endorsement, request) => {
    expect(inRequest([at(endorsement)], 'endorsement')).toEqual([at(request)]);
  });
});
