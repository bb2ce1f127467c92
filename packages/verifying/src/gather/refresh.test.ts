import { describeCheck, describeVerdict } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  check,
  codes,
  ISSUER_DOCUMENT,
  issuerDocument,
  LIST,
  mallory,
  NOW,
  portsOf,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
} from '../fixtures/badges.fixture.js';
import { verify } from '../verify.js';

const SERVICE = 'https://badges.example/refresh/1';
// The type is defined in a context of its own.
const contexts = [...(unsigned()['@context'] as readonly string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
const versionOf = (more: JsonObject = {}) =>
  unsigned({ '@context': contexts, refreshService: { id: SERVICE, type: '1EdTechCredentialRefresh' }, ...more });
const old = await signed(versionOf({ validUntil: '2027-01-01T00:00:00Z' }));
const renewed = versionOf({ validFrom: '2026-12-30T00:00:00Z', validUntil: '2028-01-01T00:00:00Z', name: 'Web API design, renewed' });

const ask = (answer: World[string], badge: JsonObject = old) => check(badge, { [SERVICE]: answer });

describe('a badge that names a place for newer versions', () => {
  it('is judged in its newest version', async () => {
    for (const answer of [await signed(renewed), await token(renewed)]) {
      const report = await ask(answer);
      expect([report.verdict, report.badge?.validUntil]).toEqual(['genuine-issuer-unknown', '2028-01-01T00:00:00Z']);
      expect(report.checks.refresh).toEqual({ outcome: 'passed', detail: { newer: '2026-12-30T00:00:00Z' } });
      expect(describeVerdict(report).text).toContain('the issuer has renewed the badge as of 30 December 2026, and the new one was judged');
    }
  });

  it('is revoked when its newer version was revoked', async () => {
    const answer = await signed({ ...renewed, credentialStatus: STATUS });
    const report = await check(old, { [SERVICE]: answer, [LIST]: await statusList({ set: [94567] }) });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it('is the newest version when the service returns the same badge', async () => {
    const report = await ask(old);
    expect([report.verdict, report.checks.refresh]).toEqual(['no-longer-current', { outcome: 'passed' }]);
    expect(describeCheck('refresh', report.checks.refresh).happened).toBe('This is the newest version.');
  });

  it('is refreshed once; the service of the newer version is not asked', async () => {
    const second = `${SERVICE}/next`;
    const ports = portsOf({
      [ISSUER_DOCUMENT]: issuerDocument(),
      [SERVICE]: await signed({ ...renewed, refreshService: { id: second, type: '1EdTechCredentialRefresh' } }),
    });
    await verify({ json: old }, ports, { at: NOW });
    expect(ports.asked.filter((request) => request.for === 'refresh').map(({ url }) => url)).toEqual([SERVICE]);
  });

  it('is not refreshed before its signature is verified', async () => {
    const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument(), [SERVICE]: await signed(renewed) });
    const report = await verify({ json: { ...old, name: 'Altered' } }, ports, { at: NOW });
    expect([report.verdict, codes(report).refresh]).toEqual(['do-not-rely', 'earlier-check-failed']);
    expect(ports.asked.map(({ url }) => url)).toEqual([ISSUER_DOCUMENT]);
  });
});

const current = await signed(versionOf());
const MALLORY = 'did:web:mallory.example';
const REFUSED: readonly (readonly [string, string, () => Promise<World[string]>])[] = [
  ['a web page', 'no-badge', async () => '<!doctype html>'],
  ['nothing', 'no-badge', async () => ''],
  ['another badge of the issuer', 'other-badge', () => signed(versionOf({ id: 'https://badges.example/credentials/2' }))],
  ['a badge of another issuer', 'other-badge', () => signed(versionOf({ issuer: { id: MALLORY, type: ['Profile'] } }), mallory)],
  ['an older version', 'older', () => signed(versionOf({ validFrom: '2026-01-01T00:00:00Z' }))],
  ['a version that is not signed', 'not-authentic', async () => versionOf({ name: 'Newer' })],
  ['a version that a stranger signed', 'not-authentic', () => signed(versionOf({ name: 'Newer' }), mallory)],
  ['a version that was altered', 'not-authentic', async () => ({ ...(await signed(renewed)), name: 'Better' })],
  [
    'a version that is incomplete',
    'schema',
    async () =>
      token({ ...renewed, credentialSubject: { id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11', type: ['AchievementSubject'] } }),
  ],
];

describe('a refresh service without a newer version', () => {
  it.each(REFUSED)('leaves the original as it is, and the report names the fault, when it returns %s', async (_, fault, answer) => {
    const report = await ask(await answer(), current);
    expect([report.verdict, report.badge?.name]).toEqual(['genuine-issuer-unknown', 'Web API design']);
    expect(report.checks.refresh).toEqual({ outcome: 'unknown', code: 'refresh-invalid', detail: { host: 'badges.example', fault } });
    expect(describeCheck('refresh', report.checks.refresh).means).toBe('This copy was judged as it is.');
  });

  it.each(['unreachable', 'timeout', 'too-large', 'refused-address'] as const)(
    'leaves the original as it is when the request fails: %s',
    async (failure) => {
      const report = await ask({ failure }, current);
      expect([report.verdict, codes(report).refresh]).toEqual(['genuine-issuer-unknown', 'refresh-unreachable']);
    },
  );

  it('leaves the original as it is when the network is not used', async () => {
    const report = await ask({ failure: 'offline' }, current);
    expect([report.verdict, codes(report).refresh]).toEqual(['genuine-issuer-unknown', 'offline']);
  });

  it('is named and not asked when it is of another kind', async () => {
    const badge = await token(versionOf({ refreshService: { id: SERVICE, type: 'VerifiableCredentialRefreshService2021' } }));
    const report = await check(badge, {});
    expect([report.verdict, codes(report).refresh]).toEqual(['genuine-issuer-unknown', 'refresh-not-asked']);
    expect(report.contacted).not.toContainEqual({ host: 'badges.example', for: 'refresh' });
  });
});
