import { canonicalise } from '@proofmark/proofs/jsonld';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, LIST, STATUS, signed, statusList, unsigned } from '../fixtures/badges.fixture.js';
import { processorTime } from '../fixtures/processor-time.fixture.js';
import { shapeGate } from './gate.js';
import { told } from './told.fixture.js';

// T1: a signed badge whose parts were moved out of sight.

const ID = 'https://badges.example/credentials/1';
const CRED = 'https://www.w3.org/2018/credentials#';
const EVIDENCE = 'https://ada.example/work';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const HONEST = unsigned({
  '@context': [...(unsigned()['@context'] as string[]), EXTENSIONS],
  validUntil: '2027-01-01T00:00:00Z',
  credentialStatus: STATUS,
  evidence: [{ id: EVIDENCE, type: ['Evidence'], name: 'Work', digestMultibase: 'uEiAAAA' }],
});
const DATE = 'http://www.w3.org/2001/XMLSchema#dateTime';

function without(node: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
}
const context = (...more: readonly (string | JsonObject)[]) => [...(HONEST['@context'] as string[]), ...more];
const statusMore = (more: JsonObject): JsonObject => ({ ...HONEST, credentialStatus: { ...STATUS, ...more } });

/** Each says the same statements as the honest badge, unless marked; each would hide something from a reader that trusts the signature. */
const TWINS: readonly (readonly [string, JsonObject, 'same'?])[] = [
  [
    'the expiry under an absolute address',
    { ...without(HONEST, 'validUntil'), [`${CRED}validUntil`]: { '@value': HONEST.validUntil ?? '', '@type': DATE } },
    'same',
  ],
  ['the status under an absolute address', { ...without(HONEST, 'credentialStatus'), [`${CRED}credentialStatus`]: STATUS }, 'same'],
  [
    'the expiry in @included',
    { ...without(HONEST, 'validUntil'), '@included': [{ id: ID, type: ['VerifiableCredential'], validUntil: HONEST.validUntil ?? '' }] },
    'same',
  ],
  [
    'the evidence in @included',
    { ...without(HONEST, 'evidence'), '@included': [{ id: ID, type: ['VerifiableCredential'], evidence: HONEST.evidence ?? '' }] },
    'same',
  ],
  [
    'an alias for the expiry',
    {
      ...without(HONEST, 'validUntil'),
      '@context': context({ vu: { '@id': `${CRED}validUntil`, '@type': DATE } }),
      vu: HONEST.validUntil ?? '',
    },
    'same',
  ],
  ['@nest', { ...without(HONEST, 'validUntil'), '@nest': { validUntil: HONEST.validUntil ?? '' } }, 'same'],
  ['@graph', { '@context': context(), '@graph': [without(HONEST, '@context')] }, 'same'],
  ['@id for id', { ...without(HONEST, 'id'), '@id': ID }, 'same'],
  ['@type for type', { ...without(HONEST, 'type'), '@type': HONEST.type ?? '' }],
  ['@reverse', { ...HONEST, '@reverse': {} }, 'same'],
  [
    'the status in a refresh service with the badge’s id',
    { ...without(HONEST, 'credentialStatus'), refreshService: { id: ID, type: ['VerifiableCredential'], credentialStatus: STATUS } },
  ],
  [
    'the expiry at the issuer',
    { ...without(HONEST, 'validUntil'), issuer: { ...(HONEST.issuer as JsonObject), validUntil: HONEST.validUntil ?? '' } },
  ],
  ['the expiry in a value object', { ...HONEST, validUntil: { '@value': HONEST.validUntil ?? '', '@type': DATE } }],
  ['the expiry in @set', { ...HONEST, validUntil: { '@set': [HONEST.validUntil ?? ''] } }],
  ['the purpose in a value object', statusMore({ statusPurpose: { '@value': 'revocation' } }), 'same'],
  ['the purpose in @set', statusMore({ statusPurpose: { '@set': ['revocation'] } }), 'same'],
  ['the index in a value object', statusMore({ statusListIndex: { '@value': '94567' } }), 'same'],
  ['the list as a node', statusMore({ statusListCredential: { id: LIST } }), 'same'],
  [
    'the status in two halves',
    {
      ...HONEST,
      credentialStatus: [without(STATUS, 'statusPurpose'), { id: STATUS.id ?? '', type: STATUS.type ?? '', statusPurpose: 'revocation' }],
    },
    'same',
  ],
  [
    'the badge’s name in the criteria',
    { ...HONEST, credentialSubject: { ...(HONEST.credentialSubject as JsonObject), source: { id: ID, type: ['Profile'], name: 'Other' } } },
  ],
  [
    'the type spelled out',
    { ...HONEST, type: ['VerifiableCredential', 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential'] },
    'same',
  ],
  ['a blank node label', { ...HONEST, evidence: [{ id: '_:e', type: ['Evidence'] }] }],
  ['an address with a prefix', { ...HONEST, evidence: [{ id: 'cred:evidence', type: ['Evidence'] }] }],
  ['a context below', { ...HONEST, issuer: { '@context': {}, ...(HONEST.issuer as JsonObject) } }, 'same'],
  ['a proof below', { ...HONEST, credentialSubject: { ...(HONEST.credentialSubject as JsonObject), proof: [] } }],
  [
    'a second status list word at the subject',
    { ...HONEST, credentialSubject: { ...(HONEST.credentialSubject as JsonObject), credentialStatus: STATUS } },
  ],
];

/** The same statements in another form, which a reader reads as it was meant. */
const OTHER_FORMS: readonly (readonly [string, JsonObject])[] = [
  ['the expiry in a set', { ...HONEST, validUntil: [HONEST.validUntil ?? ''] }],
  ['the purpose in a set', statusMore({ statusPurpose: ['revocation'] })],
  ['the list in a set', statusMore({ statusListCredential: [LIST] })],
  [
    'the evidence in two halves',
    {
      ...HONEST,
      evidence: [
        { id: EVIDENCE, type: ['Evidence'], name: 'Work' },
        { id: EVIDENCE, type: ['Evidence'], digestMultibase: 'uEiAAAA' },
      ],
    },
  ],
  ['the badge’s name as the value of an object', { ...HONEST, name: { '@value': HONEST.name ?? '' } }],
  ['the subject in a set', { ...HONEST, credentialSubject: [HONEST.credentialSubject ?? null] }],
  ['the evidence twice', { ...HONEST, evidence: [...(HONEST.evidence as JsonObject[]), ...(HONEST.evidence as JsonObject[])] }],
  ['the status twice', { ...HONEST, credentialStatus: [STATUS, STATUS] }],
];

/** The same statements in a form that no reader need read; it is nobody’s attack either. */
const NO_FORM: readonly (readonly [string, JsonObject])[] = [
  ['the expiry twice', { ...HONEST, validUntil: [HONEST.validUntil ?? '', HONEST.validUntil ?? ''] }],
  ['sets in sets', { ...HONEST, evidence: [[...(HONEST.evidence as JsonObject[])]] }],
];

describe('another form of a badge', () => {
  it.each(OTHER_FORMS.map(([name, twin]) => ({ name, twin })))('is told as the badge: $name', async ({ twin }) => {
    const badge = await signed(HONEST);
    expect(await canonicalise(twin, 'SHA-256')).toEqual(await canonicalise(HONEST, 'SHA-256'));
    const world = { [LIST]: await statusList() };
    const report = await check({ ...twin, proof: badge.proof ?? null }, world);
    // The badge has expired: an end that stands in another form counts all the same.
    expect(report.verdict).toBe('no-longer-current');
    expect(told(report)).toEqual(told(await check(badge, world)));
  });

  it.each(NO_FORM.map(([name, twin]) => ({ name, twin })))('is unreadable and accuses nobody: $name', async ({ twin }) => {
    const badge = await signed(HONEST);
    expect(await canonicalise(twin, 'SHA-256')).toEqual(await canonicalise(HONEST, 'SHA-256'));
    const report = await check({ ...twin, proof: badge.proof ?? null }, { [LIST]: await statusList() });
    expect([report.verdict, report.because]).toEqual(['unreadable', ['schema']]);
  });
});

describe('a restructured badge', () => {
  it.each(TWINS.map(([name, twin, same]) => ({ name, twin, same })))(
    'is refused before its signature is checked: $name',
    async ({ twin, same }) => {
      const gate = shapeGate(twin);
      expect(gate.outcome).not.toBe('passed');
      const report = await check({ ...twin, proof: (await signed(HONEST)).proof ?? null }, { [LIST]: await statusList() });
      expect(['do-not-rely', 'unreadable', 'unfinished']).toContain(report.verdict);
      expect(report.proofs.every(({ signature }) => signature.outcome === 'unknown')).toBe(true);
      if (same === undefined) return;
      // Otherwise the test would show nothing: the signature alone would not have told the twin from the badge.
      expect(await canonicalise(twin, 'SHA-256')).toEqual(await canonicalise(HONEST, 'SHA-256'));
    },
  );

  it('is not relied on when a proof was restructured to hide its end', async () => {
    const badge = await signed();
    const report = await check({ ...badge, proof: { ...(badge.proof as JsonObject), '@included': [] } });
    expect([report.verdict, report.proofs[0]?.signature]).toMatchObject(['do-not-rely', { outcome: 'failed', code: 'restructured' }]);
  });

  it('is not relied on when a member replaces a prototype', async () => {
    const text = JSON.stringify(await signed()).replace('"issuer":{', '"issuer":{"__proto__":{"id":"did:web:evil.example"},');
    const report = await check({ text });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['shape']]);
  });

  it('costs little when a few nodes name each other without end', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `urn:x:${at}`);
    const alignment = ids.map((id) => ({ id, type: ['Alignment'], targetName: 'A', targetUrl: 'urn:x', alignment: ids }));
    const { achievement, ...subject } = HONEST.credentialSubject as JsonObject & { readonly achievement: JsonObject };
    // Of this process, not of the clock: other tests share the machine.
    const spent = processorTime();
    const answer = shapeGate({ ...HONEST, credentialSubject: { ...subject, achievement: { ...achievement, alignment } } });
    expect(answer).toEqual({ outcome: 'unknown', code: 'limit-exceeded', detail: { limit: 'nodes' } });
    expect(spent()).toBeLessThan(500);
  });
});
