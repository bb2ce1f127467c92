import { type JsonObject, VC1_CONTEXT } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, ISSUER, LIST, NOW, STATUS, signed, statusList, unsigned } from './fixtures/badges.fixture.js';

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';
const STATUS_CONTEXT = 'https://www.w3.org/ns/credentials/status/v1';

/** A credential in its VC 1.1 form, signed. */
function older(contexts: readonly string[], more: JsonObject = {}): Promise<JsonObject> {
  const { validFrom, evidence: _, ...badge } = unsigned();
  return signed({ ...badge, '@context': [VC1_CONTEXT, ...contexts], issuanceDate: validFrom ?? '', ...more });
}

describe('badges of VC Data Model 1.1', () => {
  it.each([
    'context.json',
    'context-3.0.0.json',
    'context-3.0.1.json',
    'context-3.0.2.json',
    'context-3.0.3.json',
    'context/ob_v3p0.jsonld',
  ])('are verified with each published revision of the contexts: %s', async (revision) => {
    expect((await check(await older([`${OB}${revision}`, DATA_INTEGRITY]))).verdict).toBe('genuine-issuer-unknown');
  });

  it('are verified with a bitstring list, of either data model', async () => {
    const badge = await older([`${OB}context-3.0.2.json`, STATUS_CONTEXT, DATA_INTEGRITY], { credentialStatus: STATUS });
    const list = async (set: readonly number[]) => {
      const { proof: _, validFrom, ...bare } = await statusList({ set });
      return signed({ ...bare, '@context': [VC1_CONTEXT, STATUS_CONTEXT, DATA_INTEGRITY], issuanceDate: validFrom ?? '' });
    };
    expect((await check(badge, { [LIST]: await statusList() })).verdict).toBe('genuine-issuer-unknown');
    expect((await check(badge, { [LIST]: await list([]) })).verdict).toBe('genuine-issuer-unknown');
    expect(await check(badge, { [LIST]: await list([94567]) })).toMatchObject({ verdict: 'do-not-rely', because: ['revoked'] });
  });

  it('are records of them too (CLR 2.0)', async () => {
    const contexts = ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', `${OB}context.json`, DATA_INTEGRITY];
    const record = (more: JsonObject, member: JsonObject): Promise<JsonObject> =>
      older(contexts, {
        id: 'https://badges.example/credentials/2',
        type: ['VerifiableCredential', 'ClrCredential'],
        credentialSubject: { id: 'urn:uuid:1', type: ['ClrSubject'], verifiableCredential: [member] },
        ...more,
      });
    const member = await older([`${OB}context.json`, DATA_INTEGRITY]);
    const report = await check(await record({}, member));
    expect([report.verdict, report.contained.map(({ verdict }) => verdict)]).toEqual([
      'genuine-issuer-unknown',
      ['genuine-issuer-unknown'],
    ]);
    expect((await check(await record({ expirationDate: new Date(NOW - 1).toISOString() }, member))).verdict).toBe('no-longer-current');
    expect((await check({ ...(await record({}, member)), issuanceDate: '2020-01-01T00:00:00Z' })).verdict).toBe('do-not-rely');
    expect(report.badge?.issuer.id).toBe(ISSUER);
  });
});
