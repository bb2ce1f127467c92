import { signJwt } from '@proofmark/proofs/sign';
import { type Json, type JsonObject, OB3_CONTEXT, type Report, VC2_CONTEXT } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { NOW, portsOf, type World } from '../fixtures/badges.fixture.js';
import { contexts, didOf, issuer, methodIdOf, older, other, p256, plain, sign, WORDS } from './credentials.fixture.js';
import { verifyCredential } from './verify-credential.js';

const verify = (json: Json, world: World = {}): Promise<Report> => verifyCredential(json, portsOf(world), { at: NOW, contexts });

async function verdict(json: Json): Promise<string> {
  const { verdict: found, because } = await verify(json);
  return `${found}: ${because.join()}`;
}

const restructured = { outcome: 'failed', code: 'restructured' };

describe('a credential that is no badge', () => {
  it.each([['eddsa-rdfc-2022'], ['eddsa-jcs-2022'], ['ecdsa-rdfc-2019']] as const)('is genuine with a proof of %s', async (suite) => {
    const key = suite === 'ecdsa-rdfc-2019' ? p256 : issuer;
    for (const document of [plain(), older()]) {
      const signed = await sign({ ...document, issuer: { id: didOf(key.publicKey), name: 'Acme' } }, key, {}, suite);
      const report = await verify(signed);
      expect(report.verdict).toBe('genuine-issuer-unknown');
      expect(report.checks.schema).toEqual({ outcome: 'passed' });
      const changed = await verify({ ...signed, credentialSubject: { id: 'did:example:ada', alumniOf: 'Other' } });
      expect(changed).toMatchObject({ verdict: 'do-not-rely', checks: { signature: { code: 'signature-invalid' } } });
    }
  });

  it('needs contexts that are at hand', async () => {
    const signed = await sign(plain());
    const report = await verifyCredential(signed, portsOf({}), { at: NOW });
    expect(report).toMatchObject({
      verdict: 'unfinished',
      checks: { signature: { code: 'unsupported-vocabulary', detail: { term: WORDS } } },
    });
  });

  it('is judged by the data model, also where Open Badges is more patient', async () => {
    const report = await verify(await sign(plain({ evidence: [{ id: 'https://work.example' }] })));
    expect(report).toMatchObject({
      verdict: 'unreadable',
      checks: { schema: { code: 'schema-violation', detail: { pointer: '/evidence/0' } } },
    });
  });

  it('has dates, an issuer and a key like a badge', async () => {
    expect(await verdict(await sign(plain({ validUntil: '2026-02-01T00:00:00Z' })))).toBe('no-longer-current: valid-until');
    expect(await verdict(await sign(plain({ issuer: didOf(other.publicKey) })))).toMatch(/^unfinished: .*issuer-binding/);
    expect(await verdict(await sign(plain(), issuer, { proofPurpose: 'authentication' }))).toBe('do-not-rely: key-authorised');
    expect(await verdict(await sign(plain(), issuer, { expires: '2026-02-01T00:00:00Z' }))).toBe('no-longer-current: valid-until');
    expect(await verdict(plain())).toBe('do-not-rely: signature');
  });

  it('may omit the start of its validity', async () => {
    const { validFrom: _, ...undated } = plain();
    expect(await verify(await sign(undated))).toMatchObject({
      checks: { 'valid-from': { reason: 'not-present' } },
      verdict: 'genuine-issuer-unknown',
    });
  });

  it('may come as a VC-JWT, alone or in an envelope', async () => {
    const credential = plain({ issuer: didOf(p256.publicKey) });
    const jwt = await signJwt({ credential, kid: methodIdOf(p256), signer: p256.signer });
    expect(await verdict(jwt)).toMatch(/^genuine-issuer-unknown/);
    const envelope = { '@context': VC2_CONTEXT, type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwt}` };
    expect(await verdict(envelope)).toMatch(/^genuine-issuer-unknown/);
  });

  it('does not make a badge out of what is none', async () => {
    const badge = plain({ '@context': [VC2_CONTEXT, OB3_CONTEXT, WORDS], type: ['VerifiableCredential', 'OpenBadgeCredential'] });
    expect(await verdict(await sign(badge))).not.toMatch(/^genuine/);
    expect(await verdict({ '@context': [VC2_CONTEXT], type: ['Other'] })).toBe('unreadable: format');
  });
});

describe('several proofs of one credential', () => {
  it('must all be valid, and one must be the issuer’s', async () => {
    const set = await sign(await sign(plain()), other);
    expect(await verdict(set)).toMatch(/^genuine/);
    const [mine, theirs] = set.proof as JsonObject[];
    expect(await verdict({ ...set, proof: [theirs!] })).toMatch(/^unfinished: .*issuer-binding/);
    const spoiled = { ...theirs!, proofValue: (mine as { proofValue: string }).proofValue };
    expect(await verdict({ ...set, proof: [mine!, spoiled] })).toBe('do-not-rely: signature');
  });

  it('may build on each other', async () => {
    const chain = await sign(await sign(plain(), other, { id: 'urn:x:1' }), issuer, { previousProof: ['urn:x:1'] });
    expect(await verdict(chain)).toMatch(/^genuine/);
    const [, last] = chain.proof as JsonObject[];
    expect(await verdict({ ...chain, proof: last! })).toBe('do-not-rely: signature');
  });
});

describe('a restructured credential with a valid signature', () => {
  const end = '2026-02-01T00:00:00Z';
  const spelledOut = {
    'https://www.w3.org/2018/credentials#validUntil': { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': end },
  };
  const credentialStatus = {
    id: 'https://badges.example/status/3#1',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '1',
    statusListCredential: 'https://badges.example/status/3',
  };
  const subject = { id: 'did:example:ada', about: { id: plain().id as string } };

  it.each<[string, JsonObject, (signed: JsonObject) => JsonObject]>([
    ['with its end spelled out', { validUntil: end }, (signed) => ({ ...signed, ...spelledOut })],
    [
      'with its end in another node',
      { validUntil: end, credentialSubject: subject },
      (signed) => ({ ...signed, credentialSubject: { ...subject, about: { ...subject.about, ...spelledOut } } }),
    ],
    [
      'with a term of its own for its end',
      { validUntil: end },
      (signed) => {
        const until = { '@id': 'https://www.w3.org/2018/credentials#validUntil', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' };
        return { ...signed, '@context': [VC2_CONTEXT, WORDS, { until }], until: end };
      },
    ],
    [
      'with its status in another node',
      { credentialStatus },
      (signed) => ({ ...signed, '@included': [{ id: signed.id as string, type: ['VerifiableCredential'], credentialStatus }] }),
    ],
  ])('is not relied on %s', async (_, members, twist) => {
    const signed = await sign(plain(members));
    expect(await verdict(signed)).not.toMatch(/^do-not-rely/);
    const rest = Object.fromEntries(Object.entries(signed).filter(([key]) => key !== 'validUntil' && key !== 'credentialStatus'));
    const report = await verify(twist(rest));
    expect(report.proofs[0]?.signature).toEqual({ outcome: 'passed' });
    expect(report).toMatchObject({ verdict: 'do-not-rely', because: ['shape'], checks: { shape: restructured } });
  });

  it('is distinguished from one that only names itself', async () => {
    expect(await verdict(await sign(plain({ credentialSubject: subject })))).toMatch(/^genuine/);
  });
});

describe('the status of a credential that is no badge', () => {
  it('is asked for, once its signature is good', async () => {
    const credentialStatus = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: 'https://badges.example/status/3',
    };
    const report = await verify(await sign(plain({ credentialStatus })));
    expect(report).toMatchObject({ verdict: 'unfinished', checks: { 'status-list': { code: 'status-unreachable' } } });
    expect(report.contacted).toEqual([{ host: 'badges.example', for: 'status' }]);
    const ports = portsOf({});
    await verifyCredential({ ...(await sign(plain({ credentialStatus }))), name: 'x' }, ports, { at: NOW, contexts });
    expect(ports.asked).toEqual([]);
  });
});
