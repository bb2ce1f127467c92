import { describeIssuer } from '@proofmark/messages';
import { buildDidDocument } from '@proofmark/proofs';
import type { JsonObject, Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, ISSUER_DOCUMENT, mallory, methodOf, portsOf, signed, unsigned } from '../fixtures/badges.fixture.js';
import { claiming } from '../fixtures/issuer.fixture.js';
import { verify } from '../verify.js';

// T11: an issuer that looks like another one. Whoever reads the badge sees the domain that holds the key, and trusts nobody for a name.

const SCHOOL = 'school.example';

/** A badge that an issuer signed with its own key, as a reader judges it who trusts `school.example` and `did:web:school.example`. */
async function judged(did: string, profile: JsonObject = {}): Promise<Report> {
  const method = methodOf(did, mallory);
  const document = buildDidDocument({ did, keys: [{ id: method, publicKey: mallory.publicKey }] });
  const [host = '', ...path] = did.slice('did:web:'.length).split(':');
  const folder = path.length === 0 ? '.well-known' : path.join('/');
  const badge = await signed(unsigned({ issuer: { id: did, type: ['Profile'], ...profile } }), mallory, method);
  const world = { [`https://${decodeURIComponent(host).toLowerCase()}/${folder}/did.json`]: document };
  return check(badge, world, { trustedIssuers: [SCHOOL, `did:web:${SCHOOL}`] });
}

describe('an issuer whose address looks like that of a trusted one', () => {
  it('is not taken for it, and is shown by the letters that the domain name system has', async () => {
    for (const [host, shown] of [
      ['xn--shool-qyd.example', 'xn--shool-qyd.example'],
      ['schooI.example', 'schooi.example'],
      ['school.example.evil.example', 'school.example.evil.example'],
      ['notschool.example', 'notschool.example'],
      ['school-example.evil.example', 'school-example.evil.example'],
      ['school.example%3A8443', 'school.example:8443'],
    ] as const) {
      const report = await judged(`did:web:${host}`);
      expect(codes(report)['issuer-trusted'], host).not.toBe('passed');
      expect(report.verdict, host).not.toBe('genuine-issuer-confirmed');
      expect(describeIssuer(report).domain).toBe(shown);
    }
    // The one that it looks like is.
    expect((await judged(`did:web:${SCHOOL}`)).verdict).toBe('genuine-issuer-confirmed');
  });

  it('proves no domain by a path on a host of others, whatever the path says', async () => {
    for (const did of [`did:web:evil.example:${SCHOOL}`, `did:web:evil.example:issuers:${SCHOOL}`]) {
      const report = await judged(did);
      expect([codes(report)['issuer-trusted'], describeIssuer(report).domain], did).toEqual(['issuer-not-listed', null]);
    }
  });

  it('is not believed when its address has letters of another script, or escapes', async () => {
    for (const host of ['sсhool.example', 'ｓｃｈｏｏｌ.example', 'school%2Eexample', 'school.example%40evil.example', 'school.example.']) {
      const did = `did:web:${host}`;
      const badge = await signed(unsigned({ issuer: { id: did, type: ['Profile'] } }), mallory, methodOf(did, mallory));
      const report = await verify({ json: badge }, portsOf({}), { at: Date.parse('2027-03-01T12:00:00Z'), trustedIssuers: [SCHOOL] });
      expect([report.verdict.startsWith('genuine'), describeIssuer(report).domain], host).toEqual([false, null]);
    }
  });
});

describe('an issuer that calls itself by the name of another', () => {
  it.each([
    ['the name of a trusted one', 'School'],
    ['a domain', SCHOOL],
    ['a DID', `did:web:${SCHOOL}`],
    ['a name that is turned round', '\u202elpmaxe.loohcs'],
    ['a name with a tick', '✅ School (verified)'],
  ])('%s is a claim of the badge, and confirms nothing', async (_, name) => {
    const report = await judged('did:web:evil.example', { name, url: `https://${SCHOOL}/` });
    expect([report.verdict, codes(report)['issuer-trusted']]).toEqual(['genuine-issuer-unknown', 'issuer-not-listed']);
    expect(describeIssuer(report)).toMatchObject({ known: null, domain: 'evil.example', says: name });
  });

  it('gets no domain by an address with user info, which reads as one host and opens another', async () => {
    for (const origin of [`https://${SCHOOL}@evil.example`, `https://${SCHOOL}:x@evil.example/`, `https://evil.example\\@${SCHOOL}`]) {
      const ports = portsOf({ [ISSUER_DOCUMENT]: claiming(origin) });
      const report = await verify({ json: await signed() }, ports, { at: Date.parse('2027-03-01T12:00:00Z'), trustedIssuers: [SCHOOL] });
      expect([codes(report)['issuer-trusted'] === 'passed', describeIssuer(report).domain], origin).toEqual([false, null]);
      expect(ports.asked.filter(({ url }) => url.includes('@') || url.includes(SCHOOL))).toEqual([]);
    }
  });
});
