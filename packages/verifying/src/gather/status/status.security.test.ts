import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  check,
  codes,
  ISSUER,
  LIST,
  mallory,
  methodOf,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
} from '../../fixtures/badges.fixture.js';

// T9: lists that are forged, swapped, out of date, or not there.

const badge = (more: JsonObject = {}) => signed(unsigned({ credentialStatus: { ...STATUS, ...more } }));
const MALLORY = 'did:web:mallory.example';
const MALLORY_DOCUMENT = {
  id: MALLORY,
  verificationMethod: [
    {
      id: methodOf(MALLORY, mallory),
      type: 'Multikey',
      controller: MALLORY,
      publicKeyMultibase: methodOf(MALLORY, mallory).split('#')[1] ?? '',
    },
  ],
  assertionMethod: [methodOf(MALLORY, mallory)],
};

/** Each list has the bit of the badge clear, and a fault: none of them may say "not withdrawn". */
const FAULTY: readonly (readonly [string, string, () => Promise<World[string]>])[] = [
  ['altered after signing', 'status-list-untrusted', async () => ({ ...(await statusList()), validFrom: '2026-01-01T00:00:00Z' })],
  ['not signed', 'status-list-untrusted', async () => ({ ...(await statusList()), proof: [] })],
  ['signed with a stranger’s key', 'status-list-untrusted', () => statusList({ key: mallory })],
  [
    'of another issuer',
    'status-list-untrusted',
    () => statusList({ key: mallory, more: { issuer: MALLORY }, method: methodOf(MALLORY, mallory) }),
  ],
  ['for another purpose', 'status-list-invalid', () => statusList({ purpose: 'suspension' })],
  ['at another address than its id', 'status-list-invalid', () => statusList({ more: { id: `${LIST}0` } })],
  ['shorter than the minimum for privacy', 'status-list-invalid', () => statusList({ bytes: new Uint8Array(16_000) })],
  ['too short for the index', 'status-list-invalid', () => statusList({ bytes: new Uint8Array(1000) })],
  ['a decompression bomb', 'status-list-invalid', () => statusList({ bytes: new Uint8Array(8_000_000) })],
  ['no gzip', 'status-list-invalid', () => statusList({ subject: { encodedList: 'uAAAA' } })],
  ['without its list', 'status-list-invalid', () => statusList({ subject: { encodedList: undefined } as unknown as JsonObject })],
  ['out of date', 'status-list-invalid', () => statusList({ more: { validUntil: '2026-12-01T00:00:00Z' } })],
  ['another credential', 'status-list-invalid', () => signed()],
  ['no document', 'status-list-invalid', async () => '<html></html>'],
  ['rearranged', 'status-list-untrusted', async () => ({ ...(await statusList()), '@included': [] })],
];

describe('a status list with a fault', () => {
  it.each(FAULTY)('leaves the status unknown: %s', async (_, code, list) => {
    const report = await check(await badge(), { [LIST]: await list(), 'https://mallory.example/.well-known/did.json': MALLORY_DOCUMENT });
    expect([report.verdict, codes(report)['status-list'], codes(report).revoked]).toEqual(['unfinished', code, code]);
  });

  it('does not undo a revocation that the issuer signed', async () => {
    const faults = [
      { more: { id: `${LIST}0` } },
      { more: { validUntil: '2026-12-01T00:00:00Z' } },
      { bytes: new Uint8Array(12_000).fill(255) },
    ];
    for (const fault of faults) {
      const report = await check(await badge(), { [LIST]: await statusList({ set: [94567], ...fault }) });
      expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
    }
  });
});

describe('a status list of another issuer', () => {
  const method = methodOf(MALLORY, mallory);
  const judged = async (set: readonly number[], trustedIssuers?: readonly string[]) => {
    const list = await statusList({ set, key: mallory, more: { issuer: MALLORY }, method });
    const world = { [LIST]: list, 'https://mallory.example/.well-known/did.json': MALLORY_DOCUMENT };
    return check(await badge(), world, trustedIssuers === undefined ? {} : { trustedIssuers });
  };

  it('counts when the reader knows both issuers', async () => {
    expect((await judged([], [ISSUER, MALLORY])).verdict).toBe('genuine-issuer-confirmed');
    expect((await judged([], [ISSUER, 'mallory.example'])).verdict).toBe('genuine-issuer-confirmed');
  });

  it.each([
    ['neither', undefined],
    ['only the issuer of the badge', [ISSUER]],
    ['only the issuer of the list', [MALLORY]],
  ])('leaves the status unknown when the reader knows %s', async (_, trusted) => {
    const report = await judged([], trusted);
    expect([report.verdict, codes(report)['status-list'], codes(report).revoked]).toEqual([
      'unfinished',
      'status-list-untrusted',
      'status-list-untrusted',
    ]);
  });

  it('is told when it says that the badge was withdrawn, whoever is known', async () => {
    for (const trusted of [undefined, [ISSUER, MALLORY]]) {
      const report = await judged([94567], trusted);
      expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
    }
  });
});

describe('a status list without an id', () => {
  it('is the one whose address the badge names', async () => {
    const withoutId = { more: { id: undefined } as unknown as JsonObject };
    expect((await check(await badge(), { [LIST]: await statusList(withoutId) })).verdict).toBe('genuine-issuer-unknown');
    const report = await check(await badge(), { [LIST]: await statusList({ ...withoutId, set: [94567] }) });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });
});

describe('a status entry', () => {
  it.each([
    ['has an unknown type', { type: 'VelocityRevocationListJan2021' }, 'unfinished'],
    ['is of StatusList2021', { type: 'StatusList2021Entry' }, 'unfinished'],
    ['has an index out of range', { statusListIndex: '131072' }, 'unfinished'],
    ['has an unknown purpose', { statusPurpose: 'withdrawal' }, 'unfinished'],
    ['has a negative index', { statusListIndex: '-1' }, 'unreadable'],
    ['has a number as its index', { statusListIndex: 94567 }, 'genuine-issuer-unknown'],
  ])('gives the expected verdict when it %s', async (_, entry, verdict) => {
    // A token, since not every one of these words is defined for embedded proofs.
    const report = await check(await token(unsigned({ credentialStatus: { ...STATUS, ...entry } })), { [LIST]: await statusList() });
    expect(report.verdict).toBe(verdict);
  });

  it('is noted when its index is a number', async () => {
    const report = await check(await badge({ statusListIndex: 94567 } as unknown as JsonObject), { [LIST]: await statusList() });
    expect([report.verdict, report.notes]).toEqual([
      'genuine-issuer-unknown',
      [{ code: 'number-for-string', pointer: '/credentialStatus/statusListIndex' }],
    ]);
  });

  it('counts in any position among several', async () => {
    const suspension = { ...STATUS, id: `${LIST}s#94567`, statusPurpose: 'suspension', statusListCredential: `${LIST}s` };
    const world = {
      [LIST]: await statusList({ set: [94567] }),
      [`${LIST}s`]: await statusList({ purpose: 'suspension', more: { id: `${LIST}s` } }),
    };
    for (const credentialStatus of [
      [STATUS, suspension],
      [suspension, STATUS],
    ]) {
      const report = await check(await signed(unsigned({ credentialStatus })), world);
      expect([report.verdict, report.because, codes(report).suspended]).toEqual(['do-not-rely', ['revoked'], 'passed']);
    }
  });

  it('leaves the status unknown when it is beyond the limit of entries', async () => {
    const entries = Array.from({ length: 12 }, (_, i) => ({ ...STATUS, id: `${LIST}#${i}`, statusListIndex: String(i) }));
    const report = await check(await signed(unsigned({ credentialStatus: entries })), { [LIST]: await statusList() });
    expect(report.verdict).toBe('unfinished');
  });
});

describe('a status list as a VC-JWT', () => {
  it('is read like one with an embedded proof', async () => {
    const list = await statusList({ set: [94567] });
    const { proof: _, ...plain } = list;
    // Our own signer asks for a subject id, which this list has.
    const report = await check(await badge(), { [LIST]: await token({ ...plain, validFrom: '2026-11-01T00:00:00Z' }) });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });
});
