import { describeCheck } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, LIST, STATUS, signed, statusList, token, unsigned, type World } from '../../fixtures/badges.fixture.js';
import { processorTime } from '../../fixtures/processor-time.fixture.js';

const REVOCATIONS = 'https://badges.example/revocations';
const ID = 'https://badges.example/credentials/1';

describe('a 1EdTechRevocationList', () => {
  // The type is defined in a context of its own.
  const contexts = [...(unsigned()['@context'] as readonly string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
  const badge = () => signed(unsigned({ '@context': contexts, credentialStatus: { id: REVOCATIONS, type: '1EdTechRevocationList' } }));
  const answer = async (list: World[string]) => check(await badge(), { [REVOCATIONS]: list });
  const issuer = 'did:web:badges.example:issuers:acme';

  it.each([
    ['in the spelling of the official validator', { issuer, revokedCredential: [{ id: ID, revocationReason: 'Issued in error' }] }],
    ['in the spelling of the specification’s prose', { issuer, revokedCredentials: [{ id: ID, revoked: true }] }],
    ['in both at once', { revokedCredential: [], revokedCredentials: [{ id: ID }] }],
    ['as a bare id', { revokedCredential: [ID] }],
    ['alone, without a list', { revokedCredential: { id: ID } }],
    ['percent-encoded', { revokedCredential: [{ id: ' https://badges.example/credentials/%31 ' }] }],
  ])('revokes the badge that it names %s', async (_, list) => {
    const report = await answer(list);
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it('gives the reason of the revocation', async () => {
    const { checks } = await answer({ revokedCredential: [{ id: ID, revocationReason: 'Issued in error' }] });
    expect(describeCheck('revoked', checks.revoked).happened).toBe('The issuer has withdrawn this badge. Its reason: “Issued in error”.');
  });

  it.each([
    ['other badges', { issuer, revokedCredential: [{ id: `${ID}1` }] }],
    ['no badge', { issuer, revokedCredentials: [] }],
    ['the badge as not revoked', { revokedCredential: [{ id: ID, revoked: false }] }],
    ['no badge, and has only its type', { type: 'RevocationList', issuer }],
  ])('does not revoke the badge when it names %s', async (_, list) => {
    const report = await answer(list);
    expect([report.verdict, codes(report).revoked, codes(report).suspended]).toEqual(['genuine-issuer-unknown', 'passed', 'no-status']);
  });

  it.each([
    ['does not answer', { failure: 'unreachable' }, 'status-unreachable'],
    ['is a web page', '<html></html>', 'status-list-invalid'],
    ['is another document', { hello: 'world' }, 'status-list-invalid'],
    ['is no list of credentials', { revokedCredential: [7] }, 'status-list-invalid'],
    ['has another issuer', { issuer: 'did:web:other.example', revokedCredential: [{ id: ID }] }, 'status-list-untrusted'],
  ] as const)('leaves the status unknown when it %s', async (_, list, code) => {
    const report = await answer(list);
    expect([report.verdict, codes(report)['status-list'], codes(report).revoked]).toEqual(['unfinished', code, code]);
  });
});

const V2021 = [
  'https://www.w3.org/2018/credentials/v1',
  'https://w3id.org/vc/status-list/2021/v1',
  'https://w3id.org/security/data-integrity/v2',
];
const ENTRY_2021 = { ...STATUS, type: 'StatusList2021Entry' };

/** The same list in the form of StatusList2021, in a credential of version 1.1. */
async function list2021(set: readonly number[], more: JsonObject = {}, subject: JsonObject = {}): Promise<JsonObject> {
  const { credentialSubject } = await statusList({ set });
  const { id, encodedList, statusPurpose } = credentialSubject as Record<string, string>;
  return signed({
    '@context': V2021,
    id: LIST,
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuer: 'did:web:badges.example:issuers:acme',
    issuanceDate: '2026-11-01T00:00:00Z',
    credentialSubject: { id, type: 'StatusList2021', statusPurpose, encodedList: encodedList?.slice(1), ...subject } as JsonObject,
    ...more,
  });
}

const PADDED = { type: 'StatusList2021', statusPurpose: 'revocation', encodedList: `${'='.repeat(100_000)}x` };

describe('StatusList2021', () => {
  const answer = async (list: JsonObject, entry: JsonObject = {}) =>
    check(await token(unsigned({ credentialStatus: { ...ENTRY_2021, ...entry } })), { [LIST]: list });

  it('revokes a badge whose bit is set, and passes one whose bit is clear', async () => {
    expect((await answer(await list2021([94567]))).because).toEqual(['revoked']);
    const clear = await answer(await list2021([94568]));
    expect([clear.verdict, codes(clear).revoked]).toEqual(['genuine-issuer-unknown', 'passed']);
  });

  it('suspends a badge whose bit is set', async () => {
    const report = await answer(await list2021([94567], {}, { statusPurpose: 'suspension' }), { statusPurpose: 'suspension' });
    expect([report.verdict, report.because, codes(report).revoked]).toEqual(['no-longer-current', ['suspended'], 'no-status']);
  });

  it('accepts plain base64 too', async () => {
    const { credentialSubject } = await list2021([94567]);
    const { encodedList } = credentialSubject as { encodedList: string };
    const plain = `${encodedList.replaceAll('-', '+').replaceAll('_', '/')}${'='.repeat((4 - (encodedList.length % 4)) % 4)}`;
    expect((await answer(await list2021([], {}, { encodedList: plain }))).because).toEqual(['revoked']);
  });

  // T22: signs of padding that a pattern tries from each place took the square of their number, before the proof of the list was looked at.
  it.each([
    ['signed by its issuer', () => list2021([], {}, { encodedList: PADDED.encodedList }), 'status-list-invalid'],
    ['signed by nobody', async () => ({ ...(await list2021([])), credentialSubject: { ...PADDED }, proof: [] }), 'status-list-untrusted'],
  ])('says nothing by a hundred thousand signs of padding, %s, and takes no time for it', async (_, list, code) => {
    const served = await list();
    const spent = processorTime();
    const report = await answer(served);
    expect(spent()).toBeLessThan(2000);
    expect([report.verdict, codes(report).revoked]).toEqual(['unfinished', code]);
  });

  it.each([
    ['a list of the other standard', () => statusList({ set: [] })],
    ['one that has ended', () => list2021([], { expirationDate: '2026-12-01T00:00:00Z' })],
    ['one for another purpose', () => list2021([], {}, { statusPurpose: 'suspension' })],
  ])('does not accept %s as a list with a clear bit', async (_, list) => {
    const report = await answer(await list());
    expect([report.verdict, codes(report).revoked]).toEqual(['unfinished', 'status-list-invalid']);
  });
});

describe('a status of several bits', () => {
  const sized = {
    statusSize: 2,
    statusMessage: [
      { status: '0x0', message: 'fine' },
      { status: '0x2', message: 'under appeal' },
    ],
  };
  const bytes = (value: number) => {
    const list = new Uint8Array(65_536);
    list[94567 >> 2] = value << (6 - (94567 & 3) * 2);
    return list;
  };
  const answer = async (value: number, entry: JsonObject = {}, more: Parameters<typeof statusList>[0] = {}) =>
    check(await token(unsigned({ credentialStatus: { ...STATUS, ...sized, ...entry } as unknown as JsonObject })), {
      [LIST]: await statusList({ bytes: bytes(value), ...more }),
    });

  it('revokes by any value except zero, and reports what the value means', async () => {
    for (const value of [1, 2, 3]) expect((await answer(value)).because).toEqual(['revoked']);
    expect((await answer(2)).checks.revoked).toMatchObject({ detail: { reason: 'under appeal' } });
    expect((await answer(0)).verdict).toBe('genuine-issuer-unknown');
  });

  it('gives its message and does not revoke when its purpose is “message”', async () => {
    const subject = { subject: { statusPurpose: 'message' } };
    const report = await answer(2, { statusPurpose: 'message' }, subject);
    expect([report.verdict, codes(report).revoked, codes(report).suspended]).toEqual(['genuine-issuer-unknown', 'no-status', 'no-status']);
    expect(describeCheck('status-list', report.checks['status-list']).happened).toContain('The issuer adds: “under appeal”.');
    const unsigned = { ...(await statusList({ bytes: bytes(2), ...subject })), name: 'altered' };
    const badge = await token(unsignedWith({ statusPurpose: 'message' }));
    const silent = await check(badge, { [LIST]: unsigned });
    expect([silent.verdict, codes(silent)['status-list']]).toEqual(['genuine-issuer-unknown', 'no-status']);
  });

  it('leaves the status unknown when its index is outside of the list', async () => {
    expect((await answer(0, { statusListIndex: '262144' })).verdict).toBe('unfinished');
    expect((await answer(0, { statusSize: 0 })).verdict).toBe('unfinished');
    expect((await answer(0, { statusSize: 3, statusListIndex: '174763' })).verdict).toBe('unfinished');
  });

  function unsignedWith(entry: JsonObject): JsonObject {
    return unsigned({ credentialStatus: { ...STATUS, ...sized, ...entry } as unknown as JsonObject });
  }
});

describe('the dates of a list', () => {
  const badge = (purpose: string) => signed(unsigned({ credentialStatus: { ...STATUS, statusPurpose: purpose } }));
  const outOfDate = { validUntil: '2026-12-01T00:00:00Z' };

  it('leave the status unknown while the list is not yet valid', async () => {
    const report = await check(await badge('revocation'), { [LIST]: await statusList({ more: { validFrom: '2027-04-01T00:00:00Z' } }) });
    expect([report.verdict, report.checks.revoked]).toEqual([
      'unfinished',
      {
        outcome: 'unknown',
        code: 'status-list-invalid',
        detail: { host: 'badges.example', fault: 'not-yet-valid', date: '2027-04-01T00:00:00Z' },
      },
    ]);
  });

  it('may be a moment ahead of the reader’s clock', async () => {
    const fresh = { [LIST]: await statusList({ more: { validFrom: '2027-03-01T12:00:59Z' } }) };
    expect((await check(await badge('revocation'), fresh)).verdict).toBe('genuine-issuer-unknown');
  });

  it('leave a suspension open when the list has expired', async () => {
    const list = await statusList({ set: [94567], purpose: 'suspension', more: outOfDate });
    const report = await check(await badge('suspension'), { [LIST]: list });
    expect([report.verdict, codes(report).suspended]).toEqual(['unfinished', 'status-list-invalid']);
  });

  it('are also taken from the proof', async () => {
    const list = { ...(await statusList()) } as Record<string, unknown>;
    const jwt = await token({ ...list, proof: undefined, validUntil: '2026-12-01T00:00:00Z' } as unknown as JsonObject);
    expect((await check(await badge('revocation'), { [LIST]: jwt })).verdict).toBe('unfinished');
  });
});

describe('the length of a list', () => {
  it('has the minimum of the standard unless the policy sets another', async () => {
    const badge = await signed(unsigned({ credentialStatus: { ...STATUS, statusListIndex: '99999' } }));
    const world = { [LIST]: await statusList({ bytes: new Uint8Array(12_500) }) };
    expect((await check(badge, world)).verdict).toBe('unfinished');
    expect((await check(badge, world, { leastStatusEntries: 100_000 })).verdict).toBe('genuine-issuer-unknown');
    expect((await check(badge, world, { leastStatusEntries: 100_001 })).verdict).toBe('unfinished');
  });
});
