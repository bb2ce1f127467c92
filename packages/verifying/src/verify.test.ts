import { bakePng, bakeSvg } from '@proofmark/credentials';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  acme,
  acmeJwt,
  check,
  codes,
  didKeyOf,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  LIST,
  methodOf,
  NOW,
  namedKey,
  portsOf,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  withRecipient,
} from './fixtures/badges.fixture.js';
import { verify } from './verify.js';

// T26: hosts are asked only for what the verdict needs.

const somebody = namedKey('somebody');
const SOMEBODY = didKeyOf(somebody);

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

describe('a badge that we issue', () => {
  it('is genuine, and the report names the checks that decided it', async () => {
    const report = await check(await signed(unsigned({ credentialStatus: STATUS })), { [LIST]: await statusList() });
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(codes(report)).toEqual({
      format: 'passed',
      shape: 'passed',
      schema: 'passed',
      'issuer-resolved': 'passed',
      'issuer-binding': 'passed',
      'key-authorised': 'passed',
      signature: 'passed',
      claims: 'not-a-jwt',
      'valid-from': 'passed',
      'valid-until': 'no-expiry',
      refresh: 'not-present',
      'status-list': 'passed',
      revoked: 'passed',
      suspended: 'no-status',
      'issuer-domain': 'no-linked-domain',
      'issuer-trusted': 'no-trust-list',
      recipient: 'not-asked',
      evidence: 'evidence-not-checked',
      endorsements: 'not-present',
    });
    expect(report.because).toEqual(expect.arrayContaining(['signature', 'issuer-binding', 'revoked']));
    expect(report.proofs).toMatchObject([{ form: 'data-integrity', suite: 'eddsa-rdfc-2022', signature: { outcome: 'passed' } }]);
    expect(report.evidence.map(({ pinned, sameBytes }) => [pinned, sameBytes])).toEqual([
      // A commit in a link is a name; the digest is a fingerprint.
      ['not-checked', 'not-checked'],
      ['yes', 'not-checked'],
    ]);
    expect(report.contacted).toEqual([
      { host: 'badges.example', for: 'issuer' },
      { host: 'badges.example', for: 'status' },
    ]);
    expect(report).toMatchObject({ checkedAt: '2027-03-01T12:00:00.000Z', notes: [], contained: [] });
  });

  it('is the same badge in every form', async () => {
    const badge = await signed();
    const text = JSON.stringify(badge);
    const jwt = await token();
    const png = bakePng(PNG, { kind: 'json', text });
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', { kind: 'jwt', text: jwt });
    const forms = {
      json: badge,
      jwt: `\n ${jwt.slice(0, 80)}\n${jwt.slice(80)} \n`,
      png: { bytes: (png as { png: Uint8Array }).png },
      svg: { bytes: new TextEncoder().encode((svg as { svg: string }).svg) },
      enveloped: { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwt}` },
    };
    for (const [container, form] of Object.entries(forms)) {
      const report = await check(form);
      expect([container, report.verdict, report.checks.format.detail]).toEqual([container, 'genuine-issuer-unknown', { container }]);
      expect(report.badge?.name).toBe('Web API design');
    }
    const fetched = await check({ url: 'https://badges.example/credentials/1' }, { 'https://badges.example/credentials/1': text });
    expect(fetched.verdict).toBe('genuine-issuer-unknown');
    expect(fetched.contacted[0]).toEqual({ host: 'badges.example', for: 'badge' });
  });

  it('is judged separately in a presentation of one or several badges', async () => {
    const badge = await signed();
    const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${await token()}` };
    const presentation = { type: 'VerifiablePresentation', verifiableCredential: [badge] };
    expect((await check(presentation)).verdict).toBe('genuine-issuer-unknown');
    const several = await check({
      ...presentation,
      verifiableCredential: [badge, envelope, await signed(unsigned({ validUntil: '2027-01-01T00:00:00Z' }))],
    });
    expect(several.verdict).toBe('unfinished');
    expect(several.contained.map(({ verdict }) => verdict)).toEqual([
      'genuine-issuer-unknown',
      'genuine-issuer-unknown',
      'no-longer-current',
    ]);
  });

  it('needs no network when the issuer is a did:key that signed it', async () => {
    const key = namedKey('alone');
    const did = methodOf('did:key:', key).replace(':#', ':');
    const badge = await signed(unsigned({ issuer: { id: did, type: ['Profile'], name: 'Alone' } }), key, `${did}#${did.slice(8)}`);
    const ports = portsOf({});
    const report = await verify({ json: badge }, ports, { at: NOW });
    expect([report.verdict, ports.asked]).toEqual(['genuine-issuer-unknown', []]);
  });
});

describe('a verdict', () => {
  it('is “do not rely” after any change of the text', async () => {
    const badge = await signed();
    const report = await check({ ...badge, name: 'Web API mastery' });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['signature']]);
    // Nothing else is shown as checked about a text that may be altered.
    expect(codes(report)).toMatchObject({ 'valid-from': 'earlier-check-failed', evidence: 'earlier-check-failed' });
    expect(report.evidence.every(({ pinned }) => pinned === 'not-checked')).toBe(true);
    const [header = '', , signature = ''] = (await token()).split('.');
    const payload = (await token(unsigned({ name: 'Other' }))).split('.')[1] ?? '';
    expect((await check([header, payload, signature].join('.'))).because).toEqual(['signature']);
  });

  it('is “do not rely” without a signature', async () => {
    const report = await check(unsigned());
    expect([report.verdict, codes(report).signature]).toEqual(['do-not-rely', 'no-proof']);
  });

  it('follows the validity period, compared as instants with fractions and offsets', async () => {
    const until = async (validUntil: string) => check(await signed(unsigned({ validUntil })));
    expect((await until('2027-02-28T23:59:59Z')).verdict).toBe('no-longer-current');
    expect((await until('2027-03-01T13:00:00+02:00')).because).toEqual(['valid-until']);
    expect((await until('2027-03-01T12:00:00.001Z')).verdict).toBe('genuine-issuer-unknown');
    expect((await until('2027-03-01T10:00:00.000-03:00')).verdict).toBe('genuine-issuer-unknown');
    const early = await check(await signed(unsigned({ validFrom: '2027-03-01T12:01:00.5Z' })));
    expect([early.verdict, codes(early)['valid-from']]).toEqual(['no-longer-current', 'not-yet-valid']);
  });

  it('accepts a start that is a moment ahead of the reader’s clock', async () => {
    const fresh = await check(await signed(unsigned({ validFrom: '2027-03-01T12:00:59Z' })));
    expect(fresh.verdict).toBe('genuine-issuer-unknown');
  });

  it('is “do not rely” after revocation; its reason and date are asked for only then', async () => {
    const reference = 'https://badges.example/credentials/1/status';
    const badge = await signed(unsigned({ credentialStatus: { ...STATUS, statusReference: reference } }));
    const told = { status: 'revoked', reason: 'Issued in error', date: '2027-01-05T10:00:00Z' };
    const withdrawn = await check(badge, { [LIST]: await statusList({ set: [94567] }), [reference]: told });
    expect(withdrawn).toMatchObject({
      verdict: 'do-not-rely',
      because: ['revoked'],
      checks: { revoked: { outcome: 'failed', code: 'revoked', detail: { reason: 'Issued in error', date: '2027-01-05T10:00:00Z' } } },
    });
    const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument(), [LIST]: await statusList({ set: [94566, 94568] }), [reference]: told });
    expect((await verify({ json: badge }, ports, { at: NOW })).verdict).toBe('genuine-issuer-unknown');
    expect(ports.asked.map((request) => request.for)).toEqual(['issuer', 'status']);
  });

  it('is “no longer current” after suspension', async () => {
    const credentialStatus = { ...STATUS, statusPurpose: 'suspension' };
    const world = { [LIST]: await statusList({ set: [94567], purpose: 'suspension' }) };
    const report = await check(await signed(unsigned({ credentialStatus })), world);
    expect([report.verdict, report.because]).toEqual(['no-longer-current', ['suspended']]);
  });

  it('is confirmed by a listed id or own domain of the issuer, not by the platform’s domain', async () => {
    const badge = await signed();
    expect((await check(badge, {}, { trustedIssuers: [ISSUER] })).verdict).toBe('genuine-issuer-confirmed');
    const platform = await check(badge, {}, { trustedIssuers: ['badges.example'] });
    expect([platform.verdict, codes(platform)['issuer-trusted']]).toEqual(['genuine-issuer-unknown', 'issuer-not-listed']);
    const own = 'did:web:acme.example';
    const method = methodOf(own, acme);
    const document = {
      id: own,
      verificationMethod: [{ id: method, type: 'Multikey', controller: own, publicKeyMultibase: method.split('#')[1] ?? '' }],
      assertionMethod: [method],
    };
    const issued = await signed(unsigned({ issuer: { id: own, type: ['Profile'], name: 'Acme' } }), acme, method);
    const world = { 'https://acme.example/.well-known/did.json': document };
    for (const entry of ['acme.example', 'https://acme.example/']) {
      expect((await check(issued, world, { trustedIssuers: [entry] })).verdict).toBe('genuine-issuer-confirmed');
    }
  });
});

describe('an unchanged verdict', () => {
  it('is given beside the answer about the recipient', async () => {
    const badge = await signed(await withRecipient('ada@example.org'));
    const recipient = async (address: string, json: JsonObject = badge) => {
      const report = await check(json, {}, { recipient: address });
      expect(report.verdict).toBe('genuine-issuer-unknown');
      return codes(report).recipient;
    };
    expect(await recipient('ada@example.org')).toBe('passed');
    expect(await recipient(' Ada@Example.org ')).toBe('passed');
    expect(await recipient('eve@example.org')).toBe('recipient-mismatch');
    expect(await recipient('urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11')).toBe('passed');
    expect(await recipient('ada@example.org', await signed())).toBe('not-present');
  });

  it('is given beside the answer about an endorsement', async () => {
    const endorsement = (about: string, key = somebody, issuer = SOMEBODY): Promise<JsonObject> =>
      signed(
        unsigned({
          id: 'https://endorser.example/e/1',
          type: ['VerifiableCredential', 'EndorsementCredential'],
          name: 'Assessed',
          issuer: { id: issuer, type: ['Profile'], name: issuer === ISSUER ? 'Acme Academy' : 'Grace Hopper' },
          credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'I read the code.' },
          evidence: undefined,
        } as JsonObject),
        key,
        issuer === SOMEBODY ? methodOf(SOMEBODY, somebody) : methodOf(issuer, key),
      );
    const endorsed = async (inner: JsonObject) => check(await signed(unsigned({ endorsement: [inner] })));
    const good = await endorsed(await endorsement('https://badges.example/credentials/1'));
    expect([good.verdict, codes(good).endorsements]).toEqual(['genuine-issuer-unknown', 'passed']);
    expect(good.contained.map(({ verdict, endorser }) => [verdict, endorser])).toEqual([['genuine-issuer-unknown', 'other']]);
    // The issuer’s own word, whatever name it signs in, and the learner’s are nobody else’s.
    const own = await endorsed(await endorsement('https://badges.example/credentials/1', acme, ISSUER));
    expect([codes(own).endorsements, own.contained[0]?.endorser]).toEqual(['endorser-not-proven', 'issuer']);
    const elsewhere = await endorsed(await endorsement('https://badges.example/credentials/2'));
    expect([elsewhere.verdict, codes(elsewhere).endorsements]).toEqual(['genuine-issuer-unknown', 'endorsement-failed']);
    const altered = await endorsed({ ...(await endorsement('https://badges.example/credentials/1')), name: 'Praised' });
    expect([altered.verdict, codes(altered).endorsements]).toEqual(['genuine-issuer-unknown', 'endorsement-failed']);
  });
});

describe('an unanswered question', () => {
  it.each(['offline', 'unreachable', 'timeout', 'http-status'] as const)(
    'prevents a genuine verdict when the request for the issuer’s document fails: %s',
    async (failure) => {
      const report = await check(await signed(), { [ISSUER_DOCUMENT]: { failure } });
      expect(report.verdict).toBe('unfinished');
      expect(report.because).toContain('issuer-resolved');
      expect(codes(report)['issuer-resolved']).toBe(failure === 'offline' ? 'offline' : 'issuer-unreachable');
    },
  );

  it('prevents a genuine verdict when the status list does not answer', async () => {
    const report = await check(await signed(unsigned({ credentialStatus: STATUS })), { [LIST]: { failure: 'timeout' } });
    expect([report.verdict, report.because, codes(report).revoked]).toEqual([
      'unfinished',
      ['status-list', 'revoked'],
      'status-unreachable',
    ]);
  });

  it('comes after a known failure: the badge has expired and its list does not answer', async () => {
    const badge = await signed(unsigned({ credentialStatus: STATUS, validUntil: '2027-01-01T00:00:00Z' }));
    expect((await check(badge)).verdict).toBe('no-longer-current');
  });

  it('stops further requests: only the key document is fetched for a bad signature', async () => {
    const badge = await signed(unsigned({ credentialStatus: STATUS }));
    const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument(), [LIST]: await statusList() });
    await verify({ json: { ...badge, name: 'Altered' } }, ports, { at: NOW });
    expect(ports.asked.map((request) => request.for)).toEqual(['issuer']);
  });
});

describe('several proofs', () => {
  it('need only one good proof beside an unknown or altered one; each is reported', async () => {
    const badge = await signed();
    const good = badge.proof as JsonObject;
    const unknown = { type: 'SomeProof', created: '2026-11-22T09:00:00Z', proofPurpose: 'assertionMethod' };
    const altered = { ...good, created: '2026-11-23T09:00:00Z' };
    for (const proof of [
      [unknown, good],
      [good, unknown],
      [altered, good],
    ]) {
      const report = await check({ ...badge, proof });
      expect(report.verdict).toBe('genuine-issuer-unknown');
      expect(report.proofs).toHaveLength(2);
    }
    expect((await check({ ...badge, proof: [unknown] })).verdict).toBe('unfinished');
    expect((await check({ ...badge, proof: [unknown, altered] })).verdict).toBe('do-not-rely');
    expect(acmeJwt.publicKey.algorithm).toBe('ES256');
  });
});
