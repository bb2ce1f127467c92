import type { Json, JsonObject } from '@proofmark/primitives';
import { sampleBadge } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { ada, appOf, plain, post, sign, type Told, type Web } from '../../vc-api/vc-api.fixture.js';

const verify = (verifiableCredential: unknown, options: object = {}, web: Web = {}): Promise<Told> =>
  post(appOf(web), '/vc-api/credentials/verify', { verifiableCredential, options });

const types = ({ problemDetails }: Told): string[] => problemDetails.map(({ type }) => type.split('#')[1] ?? type);

describe('POST /vc-api/credentials/verify says yes', () => {
  it('to a badge, with the whole report', async () => {
    const told = await verify(await sampleBadge());
    expect(told).toMatchObject({ status: 200, verified: true, problemDetails: [], warnings: [] });
    expect(told.report).toMatchObject({ verdict: 'genuine-issuer-unknown', badge: { name: 'Web API design' } });
  });

  it('to a credential of another vocabulary', async () => {
    expect(await verify(await sign(plain()))).toMatchObject({ status: 200, verified: true });
  });

  it('to a proof that was made for what is asked for', async () => {
    const signed = await sign(plain(), undefined, { domain: 'a.example', challenge: 'x' });
    const asked = { checks: ['proof'], domain: 'a.example', challenge: 'x', expectedProofPurpose: 'assertionMethod' };
    expect(await verify(signed, asked)).toMatchObject({ status: 200, verified: true });
  });

  it('to every page, from any origin', async () => {
    const asked = await appOf().request('/vc-api/credentials/verify', { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

describe('POST /vc-api/credentials/verify says no', () => {
  it('to a changed credential', async () => {
    const badge = await sampleBadge();
    const told = await verify({ ...badge, name: 'Another name' });
    expect(told).toMatchObject({ status: 400, verified: false, report: { verdict: 'do-not-rely' } });
    expect(types(told)).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    const changed = await verify({ ...(await sign(plain())), credentialSubject: { id: 'did:example:eve', alumniOf: 'Acme' } });
    expect(types(changed)).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
  });

  it.each<[string, (signed: JsonObject) => Json, string]>([
    ['that is no credential', () => ({ type: ['NonconformingDocument'] }), 'MALFORMED_VALUE_ERROR'],
    ['without a proof', ({ proof: _, ...rest }) => rest, 'CRYPTOGRAPHIC_SECURITY_ERROR'],
    ['with null as proof', (signed) => ({ ...signed, proof: null }), 'MALFORMED_VALUE_ERROR'],
    ['with an unknown kind of proof', (signed) => changed(signed, { type: 'UnknownProofType' }), 'PROOF_VERIFICATION_ERROR'],
    ['with an unknown suite', (signed) => changed(signed, { cryptosuite: 'UnknownCryptosuite' }), 'PROOF_VERIFICATION_ERROR'],
    ['with a value in no multibase', (signed) => changed(signed, { proofValue: 'a' }), 'PROOF_VERIFICATION_ERROR'],
    [
      'with an undefined word',
      (signed) => ({ ...signed, '@context': [(signed['@context'] as Json[])[0]!], extra: 'x' }),
      'PROOF_VERIFICATION_ERROR',
    ],
    ['whose proof names no purpose', (signed) => changed(signed, { proofPurpose: undefined }), 'MALFORMED_VALUE_ERROR'],
    ['whose method is none', (signed) => changed(signed, { verificationMethod: 'did:key:invalidVm' }), 'PROOF_VERIFICATION_ERROR'],
  ])('to one %s', async (_, change, type) => {
    const told = await verify(change(await sign(plain())));
    expect(told).toMatchObject({ status: 400, verified: false });
    expect(types(told)).toContain(type);
  });

  it('to a proof that was made for something else', async () => {
    const signed = await sign(plain(), undefined, { domain: 'a.example', challenge: 'x' });
    expect(types(await verify(signed, { domain: 'b.example' }))).toEqual(['INVALID_DOMAIN_ERROR']);
    expect(types(await verify(signed, { domain: ['a.example', 'b.example'] }))).toEqual(['INVALID_DOMAIN_ERROR']);
    expect(types(await verify(signed, { challenge: 'y' }))).toEqual(['INVALID_CHALLENGE_ERROR']);
    expect(types(await verify(signed, { expectedProofPurpose: 'authentication' }))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    expect(types(await verify(await sign(plain(), undefined, { proofPurpose: 'authentication' })))).toContain(
      'CRYPTOGRAPHIC_SECURITY_ERROR',
    );
  });

  it('to one that has ended, or comes from somebody else', async () => {
    expect(types(await verify(await sign(plain({ validUntil: '2027-01-01T00:00:00Z' }))))).toEqual(['RANGE_ERROR']);
    expect(types(await verify(await sign(plain({ validFrom: '2028-01-01T00:00:00Z' }))))).toEqual(['RANGE_ERROR']);
    expect(types(await verify(await sign(plain(), ada)))).toEqual(['PROOF_VERIFICATION_ERROR']);
  });

  it('to a question about its status that nobody answers, unless only the proof is asked for', async () => {
    const entry = { statusPurpose: 'revocation', statusListIndex: '1', statusListCredential: 'https://lists.example/1' };
    const signed = await sign(plain({ credentialStatus: { type: 'BitstringStatusListEntry', ...entry } }));
    expect(types(await verify(signed))).toContain('STATUS_RETRIEVAL_ERROR');
    expect(await verify(signed, { checks: ['proof'] })).toMatchObject({ status: 200, verified: true, warnings: [{}] });
    const web = { 'https://lists.example/1': await sign(plain({ type: ['VerifiableCredential', 'BitstringStatusListCredential'] }), ada) };
    expect(types(await verify(signed, {}, web))).toContain('STATUS_VERIFICATION_ERROR');
  });

  it('names every place of a malformed credential', async () => {
    const { problemDetails } = await verify(plain({ issuer: 'nobody', evidence: [{}] }));
    expect(problemDetails).toEqual([
      expect.objectContaining({ pointer: '/verifiableCredential/issuer', type: expect.stringMatching(/#MALFORMED_VALUE_ERROR$/) }),
      expect.objectContaining({ pointer: '/verifiableCredential/evidence/0', title: expect.any(String), detail: expect.any(String) }),
    ]);
  });

  it('to an envelope that is not one', async () => {
    const envelope = { '@context': [], type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,eyJ.e.e' };
    expect(types(await verify(envelope))).toEqual(['MALFORMED_VALUE_ERROR']);
    expect(await verify({ ...envelope, '@context': 'https://www.w3.org/ns/credentials/v2' })).toMatchObject({ status: 400 });
    expect(await verify('eyJ.e.e')).toMatchObject({ status: 400 });
  });
});

describe('POST /vc-api/credentials/verify compares digests of the base context', () => {
  const id = 'https://www.w3.org/ns/credentials/v2';
  const digest = 'WZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ';
  const related = async (...relatedResource: object[]): Promise<Told> => verify(await sign(plain({ relatedResource })));
  const sri = `sha256-${Buffer.from(digest, 'base64url').toString('base64')}`;
  const other = `sha256-${Buffer.alloc(32).toString('base64')}`;

  it('and takes one that fits', async () => {
    const multihash = `u${Buffer.concat([Buffer.from([0x12, 32]), Buffer.from(digest, 'base64url')]).toString('base64url')}`;
    for (const stated of [
      { digestMultibase: `u${digest}` },
      { digestMultibase: multihash },
      { digestSRI: sri },
      { digestSRI: `${other} ${sri}` },
    ])
      expect(await related({ id, ...stated })).toMatchObject({ status: 200 });
  });

  it('and refuses one that does not fit', async () => {
    expect(types(await related({ id, digestSRI: other }))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    const digestMultibase = `u${Buffer.alloc(32).toString('base64url')}`;
    expect(types(await related({ id, digestMultibase }))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
  });

  it('and judges no digest of a resource that it does not use', async () => {
    expect(await related({ id: 'https://work.example/terms.json', digestSRI: other })).toMatchObject({ status: 200 });
  });
});

describe('every problem', () => {
  it('names the place in the body that it is about', async () => {
    const altered = { ...(await sign(plain())), name: 'Other' };
    const digestSRI = `sha256-${Buffer.alloc(32).toString('base64')}`;
    const related = await sign(plain({ relatedResource: [{ id: 'https://www.w3.org/ns/credentials/v2', digestSRI }] }));
    for (const [body, place] of [
      [{}, '/verifiableCredential'],
      [{ verifiableCredential: 3 }, '/verifiableCredential'],
      [{ verifiableCredential: altered }, '/verifiableCredential'],
      [{ verifiableCredential: 'eyJ.e.e' }, '/verifiableCredential'],
      [{ verifiableCredential: related }, '/verifiableCredential/relatedResource/0'],
      [{ verifiableCredential: altered, options: { domain: 3 } }, '/options/domain'],
    ] as const) {
      const { problemDetails } = await post(appOf(), '/vc-api/credentials/verify', body);
      expect(problemDetails.map(({ pointer }) => pointer)).toEqual(problemDetails.map(() => place));
    }
  });
});

describe('bad input', () => {
  const send = (body: string, type = 'application/json'): Promise<Response> | Response =>
    appOf().request('/vc-api/credentials/verify', { method: 'POST', headers: { 'content-type': type }, body });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no credential', '{}'],
    ['a number for a credential', '{"verifiableCredential":1}'],
    ['a member twice', '{"verifiableCredential":{},"verifiableCredential":{}}'],
    ['an option of another type', '{"verifiableCredential":{},"options":{"domain":1}}'],
    ['options as a list', '{"verifiableCredential":{},"options":[]}'],
    ['half a character', '{"verifiableCredential":{"id":"\\ud800"}}'],
    ['endless nesting', `{"verifiableCredential":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['a prototype', '{"verifiableCredential":{"__proto__":{"type":["VerifiableCredential"]}}}'],
  ])('%s is a 400 with a problem', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      verified: false,
      problemDetails: [{ type: expect.stringMatching(/^https:/), detail: expect.any(String) }],
    });
  });

  it('of another media type is refused as such', async () => {
    expect((await send('{}', 'text/plain')).status).toBe(415);
  });

  it('and other methods and addresses are told', async () => {
    const got = await appOf().request('/vc-api/credentials/verify');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    expect((await appOf().request('/vc-api/nowhere', { method: 'POST' })).status).toBe(404);
  });
});

function changed(signed: JsonObject, members: Readonly<Record<string, unknown>>): JsonObject {
  return { ...signed, proof: { ...(signed.proof as JsonObject), ...members } as JsonObject };
}
