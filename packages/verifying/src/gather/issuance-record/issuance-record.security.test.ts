import { textOf } from '@proofmark/primitives';
import { decodeJwt } from '@proofmark/proofs';
import type { JsonObject, Report } from '@proofmark/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  acme,
  check,
  codes,
  ISSUER,
  ISSUER_DOCUMENT,
  LIST,
  methodOf,
  NOW,
  namedKey,
  portsOf,
  rawToken,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
} from '../../fixtures/badges.fixture.js';
import { verify } from '../../verify.js';
import { document, ENDPOINT, FILES, METHOD, RECORD_METHOD, recordKey, recordOf, successor } from './record.fixture.js';

// T20: what a revoked key signed is told apart by the issuer's record.

const honest = unsigned({ credentialStatus: STATUS });
const other = unsigned({
  id: 'https://badges.example/credentials/2',
  credentialStatus: { ...STATUS, id: `${LIST}#94500`, statusListIndex: '94500' },
});
const FILE = `${FILES}/369`;
const forms = { embedded: signed, token } as const;
const FORMS = Object.entries(forms);

let list: JsonObject;
let world: World;
beforeAll(async () => {
  list = await statusList({ key: successor });
  world = {
    ...(await recordOf([
      [94567, honest],
      [94500, other],
    ])),
    [LIST]: list,
  };
});

const told = ({ verdict, checks }: Report) => [verdict, checks['key-authorised']] as const;
const DETAIL = { date: '2027-01-15T00:00:00Z', reason: 'A laptop was stolen' };

describe.each(FORMS)('a badge that a revoked key signed (%s)', (_, sign) => {
  const judged = async (badge: JsonObject, more: World = {}): Promise<Report> => check(await sign(badge), { ...world, ...more });

  it('is genuine when the issuer’s record has it in its place', async () => {
    expect(told(await judged(honest))).toEqual([
      'genuine-issuer-unknown',
      { outcome: 'passed', detail: { ...DETAIL, record: 'confirms' } },
    ]);
  });

  it('is told as withdrawn all the same', async () => {
    const report = await judged(honest, { [LIST]: await statusList({ key: successor, set: [94567] }) });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it.each<[string, JsonObject, string]>([
    ['with other content under the same id', { ...honest, name: 'Forged degree' }, 'differs'],
    ['with another id in the same place', { ...honest, id: 'https://badges.example/credentials/9' }, 'differs'],
    ['with the id and the place of two badges', { ...other, credentialStatus: STATUS }, 'differs'],
    ['dated back', { ...honest, validFrom: '2020-01-01T00:00:00Z' }, 'differs'],
    ['in an empty place', { ...honest, credentialStatus: { ...STATUS, statusListIndex: '94568' } }, 'missing'],
    [
      'in a list that the record does not have',
      { ...honest, credentialStatus: { ...STATUS, statusListCredential: `${LIST}4` } },
      'missing',
    ],
    ['in a list of a stranger', { ...honest, credentialStatus: { ...STATUS, statusListCredential: 'https://evil.example/1' } }, 'missing'],
    ['with an index that is none', { ...honest, credentialStatus: { ...STATUS, statusListIndex: 'x' } }, 'missing'],
  ])('is refused %s', async (_what, badge, record) => {
    const [verdict, outcome] = told(await judged(badge));
    expect(outcome).toEqual({ outcome: 'failed', code: 'key-revoked', detail: { ...DETAIL, record } });
    expect(verdict).toBe('do-not-rely');
  });

  it('is refused without a place in a status list, and the record is not asked', async () => {
    const ports = portsOf(world);
    const report = await verify({ text: await text(await sign(unsigned())) }, ports, { at: NOW });
    expect(told(report)).toEqual(['do-not-rely', { outcome: 'failed', code: 'key-revoked', detail: DETAIL }]);
    expect(ports.asked.map(({ url }) => url)).toEqual([ISSUER_DOCUMENT]);
  });

  it.each<[string, () => World | Promise<World>, string]>([
    ['the record does not answer', () => ({ [ENDPOINT]: { failure: 'unreachable' } }), 'unreachable'],
    ['nobody may be asked', () => ({ [ENDPOINT]: { failure: 'offline' } }), 'offline'],
    ['the file does not answer', () => ({ [FILE]: { failure: 'timeout' } }), 'timeout'],
    ['the file is not there', () => ({ [FILE]: { failure: 'http-status', status: 404 } }), 'http-status'],
    ['the file is too large', () => ({ [FILE]: { failure: 'too-large' } }), 'too-large'],
    ['the file is no token', () => ({ [FILE]: '{"places":{}}' }), 'invalid'],
    ['the salt is gone', () => ({ [`${honest.id}/salt`]: { failure: 'http-status', status: 410 } }), 'http-status'],
    ['the salt is none', () => ({ [`${honest.id}/salt`]: { salt: 'AAAA' } }), 'invalid'],
    ['another key signed the record', () => recordOf([[94567, honest]], { key: namedKey('mallory') }), 'invalid'],
    ['the key of a badge signed the record', () => recordOf([[94567, honest]], { key: acme, kid: METHOD }), 'invalid'],
    ['the head is of another issuer', () => recordOf([[94567, honest]], { head: { iss: 'did:web:other.example' } }), 'invalid'],
    ['the file is of another issuer', () => recordOf([[94567, honest]], { file: { iss: 'did:web:other.example' } }), 'invalid'],
    ['the file is of another list', () => recordOf([[94567, honest]], { file: { list: `${LIST}4` } }), 'invalid'],
    ['the file is of other places', () => recordOf([[94567, honest]], { file: { block: 1, places: {} } }), 'invalid'],
    ['the record’s own key is revoked', () => recordOf([[94567, honest]], { document: document({ keys: [revokedRecordKey] }) }), 'invalid'],
    ['the document names two records', () => ({ [ISSUER_DOCUMENT]: twoRecords() }), ''],
    ['the document names none', () => ({ [ISSUER_DOCUMENT]: document(null) }), ''],
    ['the record is at no address', () => ({ [ISSUER_DOCUMENT]: document({ endpoint: 'nowhere' }) }), 'invalid'],
  ])('is unfinished when %s', async (_what, change, record) => {
    const [verdict, outcome] = told(await judged(honest, await change()));
    expect(verdict).toBe('unfinished');
    expect(outcome).toMatchObject({ outcome: 'unknown', code: 'key-revoked', detail: DETAIL });
    expect(outcome.detail?.record ?? '').toBe(record);
  });

  it('is not refused for an empty place as long as the record may not hold everything that the key signed', async () => {
    const empty = { ...honest, credentialStatus: { ...STATUS, statusListIndex: '94568' } };
    for (const options of [{ head: { complete: {} } }, { file: { iat: 1 } }]) {
      const [verdict, outcome] = told(await judged(empty, await recordOf([[94567, honest]], options)));
      expect([verdict, outcome.outcome]).toEqual(['unfinished', 'unknown']);
    }
    const elsewhere = { ...honest, credentialStatus: { ...STATUS, statusListCredential: `${LIST}4` } };
    expect((await judged(elsewhere, await recordOf([[94567, honest]], { head: { complete: {} } }))).verdict).toBe('unfinished');
  });

  it('is unfinished when it was erased before the record began', async () => {
    const [entry = ''] = placeOf(world, '94567').split('.');
    const file = { places: { 94567: `${entry}.` } };
    expect(told(await judged(honest, await recordOf([[94567, honest]], { file })))[0]).toBe('unfinished');
  });

  it('is asked about at addresses of the issuer alone, and at the badge only when the record names it', async () => {
    for (const [badge, salt] of [
      [honest, true],
      [{ ...honest, id: 'https://evil.example/credentials/1' }, false],
    ] as const) {
      const ports = portsOf(world);
      await verify({ text: await text(await sign(badge)) }, ports, { at: NOW });
      const asked = ports.asked.map(({ url }) => url);
      expect(asked).toContain(FILE);
      expect(asked.some((url) => url.includes('evil'))).toBe(false);
      expect(asked.includes(`${honest.id}/salt`)).toBe(salt);
      expect(ports.asked.filter(({ url }) => url.startsWith(ENDPOINT)).every((request) => request.for === 'record')).toBe(true);
    }
  });
});

const text = async (signedForm: JsonObject | string): Promise<string> =>
  typeof signedForm === 'string' ? signedForm : JSON.stringify(signedForm);
const revokedRecordKey = { id: RECORD_METHOD, publicKey: recordKey.publicKey, revoked: '2027-02-01T00:00:00Z' };

function placeOf(web: World, index: string): string {
  const reading = decodeJwt(String(web[FILE]));
  return (reading.ok && textOf(reading.jwt.payload.places, index)) || '';
}

function twoRecords(): JsonObject {
  const own = document();
  return { ...own, service: [...(own.service as JsonObject[]), ...(own.service as JsonObject[])] };
}

describe('a token that a thief writes', () => {
  const nbf = Date.parse('2026-11-22T09:00:00Z') / 1000;
  const claims = { iss: ISSUER, jti: honest.id, nbf, sub: (honest.credentialSubject as JsonObject).id };

  it('is refused when it says the same to a graph and something else to a reader', async () => {
    const { evidence, ...rest } = honest;
    const moved = { ...rest, '@included': [{ id: honest.id, evidence }] };
    const forged = rawToken({ alg: 'ES256', kid: `${ISSUER}#jwt`, typ: 'JWT' }, { ...moved, ...claims } as JsonObject);
    const report = await check(forged, world);
    expect(report.verdict).toBe('do-not-rely');
  });

  it('is refused when it says more than the issuer’s', async () => {
    const forged = rawToken({ alg: 'ES256', kid: `${ISSUER}#jwt`, typ: 'JWT' }, { ...honest, ...claims, mood: 'proud' } as JsonObject);
    const report = await check(forged, world);
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', 'key-revoked']);
  });
});

describe('the key of a record', () => {
  it.each(FORMS)('signs no badge (%s)', async (_, sign) => {
    const badge = await sign(honest, recordKey, RECORD_METHOD);
    const report = await check(badge, world);
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
  });

  it('signs no status list', async () => {
    const badge = await signed(honest, successor, methodOf(ISSUER, successor));
    const report = await check(badge, { ...world, [LIST]: await statusList({ key: recordKey, method: RECORD_METHOD }) });
    expect([report.verdict, codes(report)['status-list']]).toEqual(['unfinished', 'status-list-untrusted']);
  });
});

describe('an embedded proof', () => {
  it('is genuine in another order of its arrays, which is not signed', async () => {
    const badge = await signed(honest);
    const turned = { ...badge, evidence: [...(badge.evidence as JsonObject[])].reverse() };
    expect((await check(turned, world)).verdict).toBe('genuine-issuer-unknown');
  });

  it('is judged by the record at any later time', async () => {
    for (const at of ['2027-01-16T00:00:00Z', '2037-06-01T00:00:00Z']) {
      expect((await check(await signed(honest), world, { at: Date.parse(at) })).verdict).toBe('genuine-issuer-unknown');
    }
  });
});
