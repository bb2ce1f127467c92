import type { BadgeSummary, Checks, Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { describeVerdict } from './index.js';
import { reportOf } from './report.fixture.js';
import { hostOfIssuer, signerOf } from './signer.js';

const BOUND = { 'issuer-trusted': { outcome: 'not-applicable', reason: 'no-trust-list' } } as const;
const PLATFORM = { 'issuer-domain': { outcome: 'not-applicable', reason: 'no-linked-domain' } } as const;

function signedBy(id: string | null, checks: Partial<Checks> = PLATFORM, name = 'Stanford University ✅'): Report {
  const badge = { name: 'MSc, issued by MIT ✓', issuer: { id, name, url: 'https://stanford.edu' } } as unknown as BadgeSummary;
  return reportOf({ badge, checks: { ...BOUND, ...checks } });
}

describe('the headline about an issuer whom nobody confirms', () => {
  it.each([
    [
      'a proven domain',
      'did:web:badges.example:issuers:acme',
      { 'issuer-domain': { outcome: 'passed', detail: { domain: 'acme.example' } } },
      'Signed by acme.example, unaltered.',
    ],
    ['the host of a did:web', 'did:web:badges.example:issuers:acme', PLATFORM, 'Signed by badges.example, unaltered.'],
    ['the host and port of a local service', 'did:web:localhost%3A3000:issuers:acme', PLATFORM, 'Signed by localhost:3000, unaltered.'],
    ['an international host in its ASCII form', 'did:web:%D0%BCit.example', PLATFORM, 'Signed by xn--it-7lc.example, unaltered.'],
    ['the host of an address', 'https://school.example/issuer', PLATFORM, 'Signed by school.example, unaltered.'],
    [
      'a claimed domain that does not hold by the host alone',
      'did:web:badges.example:x',
      { 'issuer-domain': { outcome: 'failed', code: 'domain-mismatch', detail: { domain: 'mit.edu' } } },
      'Signed by badges.example, unaltered.',
    ],
    ['no domain for a did:key', 'did:key:z6Mkabc', PLATFORM, 'Signed with a key that belongs to no web domain, unaltered.'],
  ] as const)('names %s', (_, id, checks, said) => {
    const { title } = describeVerdict(signedBy(id, checks));
    expect(title.startsWith(said)).toBe(true);
    expect(title).toMatch(/Nobody you trust has said who(?: that|se it) is\.$/);
    expect(title).not.toMatch(/Stanford|MIT|mit\.edu|stanford|[✓✅]/);
  });

  it('says that others may have an address at the same host, unless the domain is the issuer’s own', () => {
    expect(describeVerdict(signedBy('did:web:badges.example:issuers:acme')).text).toContain('address is at badges.example');
    const own = signedBy('did:web:acme.example', { 'issuer-domain': { outcome: 'passed', detail: { domain: 'acme.example' } } });
    expect(describeVerdict(own).text).not.toContain('address is at');
  });

  it('tells of a registry that did not answer', () => {
    const open = { 'issuer-trusted': { outcome: 'unknown', code: 'registry-unreachable', detail: { registries: ['DCC'] } } } as const;
    expect(describeVerdict(signedBy('did:key:z6Mkabc', { ...PLATFORM, ...open })).text).toContain('could not be read: DCC');
  });

  it('does not say that a hosted badge was signed', () => {
    const hosted = { ...PLATFORM, signature: { outcome: 'not-applicable', reason: 'hosted' } } as const;
    expect(describeVerdict(signedBy('https://school.example/i', hosted)).title).toBe(
      'Published by school.example. Nobody you trust has said who that is.',
    );
  });
});

describe('a signer', () => {
  it('is nobody where the key is not the issuer’s or the signature does not hold', () => {
    const open = { outcome: 'unknown', code: 'issuer-not-proven' } as const;
    expect(signerOf(signedBy('did:web:mit.edu', { 'issuer-binding': open }))).toBeNull();
    expect(signerOf(signedBy('did:web:mit.edu', { signature: { outcome: 'failed', code: 'signature-invalid' } }))).toBeNull();
  });

  it.each([
    [null, null],
    ['did:web:%', null],
    ['did:web:', null],
    ['javascript:alert(1)', null],
    ['https://mit.edu@evil.example/', null],
    ['did:web:mit.edu%40evil.example', null],
    ['did:web:a%2Fb', null],
    ['urn:uuid:1', null],
    ['HTTPS://MIT.edu/x', 'mit.edu'],
  ])('%s has the host %s', (id, host) => {
    expect(hostOfIssuer(id)).toBe(host);
  });
});
