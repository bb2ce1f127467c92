import type { JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import { didKeyOf, sampleBadge } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { acme, ada, appOf, EXAMPLES, plain, post, sign, type Told } from '../../vc-api/vc-api.fixture.js';

const HOLDER = didKeyOf(ada).did;
const PROOF = { proofPurpose: 'authentication', domain: 'verifier.example', challenge: 'a1b2' };

const presentation = (changes: JsonObject = {}, ...verifiableCredential: JsonObject[]): JsonObject => ({
  '@context': [VC2_CONTEXT, EXAMPLES],
  type: ['VerifiablePresentation'],
  holder: HOLDER,
  verifiableCredential,
  ...changes,
});
const verify = (verifiablePresentation: unknown, options: object = {}): Promise<Told> =>
  post(appOf(), '/vc-api/presentations/verify', { verifiablePresentation, options });
const types = ({ problemDetails }: Told): string[] => problemDetails.map(({ type }) => type.split('#')[1] ?? type);

describe('POST /vc-api/presentations/verify says yes', () => {
  it('to what was made for the domain and the challenge that are asked for', async () => {
    const presented = await sign(presentation({}, await sign(plain()), await sampleBadge()), ada, PROOF);
    const told = await verify(presented, { domain: 'verifier.example', challenge: 'a1b2' });
    expect(told).toMatchObject({ status: 200, verified: true, problemDetails: [], report: { holder: HOLDER } });
    expect(await verify(presented)).toMatchObject({ status: 200 });
  });

  it('to one of no credentials, and to a holder as an object', async () => {
    expect(await verify(await sign(presentation(), ada, PROOF))).toMatchObject({ status: 200 });
    expect(await verify(await sign(presentation({ holder: { id: HOLDER } }), ada, PROOF))).toMatchObject({ status: 200 });
  });

  it('to sets and chains of proofs', async () => {
    const once = await sign(presentation({}, await sign(plain())), ada, { ...PROOF, id: 'urn:x:1' });
    expect(await verify(await sign(once, ada, PROOF))).toMatchObject({ status: 200 });
    expect(await verify(await sign(once, ada, { ...PROOF, previousProof: 'urn:x:1' }))).toMatchObject({ status: 200 });
  });

  it('to the holder’s own word', async () => {
    const own = plain({ issuer: HOLDER });
    expect(await verify(await sign(presentation({}, own), ada, PROOF))).toMatchObject({ status: 200 });
  });
});

describe('POST /vc-api/presentations/verify says no', () => {
  it('to another domain or challenge', async () => {
    const presented = await sign(presentation({}, await sign(plain())), ada, PROOF);
    expect(types(await verify(presented, { domain: 'evil.example', challenge: 'a1b2' }))).toEqual(['INVALID_DOMAIN_ERROR']);
    expect(types(await verify(presented, { domain: 'verifier.example', challenge: 'old' }))).toEqual(['INVALID_CHALLENGE_ERROR']);
    const { domain: _, challenge: __, ...bare } = PROOF;
    expect(types(await verify(await sign(presentation(), ada, bare), { domain: 'a', challenge: 'b' }))).toHaveLength(2);
  });

  it('without a proof, and to a broken one', async () => {
    expect(types(await verify(presentation({}, await sign(plain()))))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    const presented = await sign(presentation({}, await sign(plain())), ada, PROOF);
    expect(types(await verify({ ...presented, id: 'urn:x:2' }))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    const proof = { ...(presented.proof as JsonObject), proofValue: 'z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh' };
    expect(types(await verify({ ...presented, proof }))).toEqual(['PROOF_VERIFICATION_ERROR']);
  });

  it('to one broken link of a chain', async () => {
    const once = await sign(presentation(), ada, { ...PROOF, id: 'urn:x:1' });
    const chain = await sign(once, ada, { ...PROOF, previousProof: 'urn:x:1' });
    const [, last] = chain.proof as JsonObject[];
    expect(types(await verify({ ...chain, proof: [last!] }))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
  });

  it('to a holder who did not sign, and to a purpose of another kind', async () => {
    expect(await verify(await sign(presentation(), acme, PROOF))).toMatchObject({ status: 400 });
    expect(await verify(await sign(presentation(), ada, { ...PROOF, proofPurpose: 'keyAgreement' }))).toMatchObject({ status: 400 });
    expect(await verify(await sign(presentation(), ada, PROOF), { expectedProofPurpose: 'assertionMethod' })).toMatchObject({
      status: 400,
    });
  });

  it('to a proof that has ended', async () => {
    expect(types(await verify(await sign(presentation(), ada, { ...PROOF, expires: '2027-01-01T00:00:00Z' })))).toEqual(['RANGE_ERROR']);
  });

  it('to a credential that does not verify, with its place', async () => {
    const spoiled = { ...(await sign(plain())), validUntil: '2030-01-01T00:00:00Z' };
    const told = await verify(await sign(presentation({}, await sign(plain()), spoiled), ada, PROOF));
    expect(told.problemDetails).toEqual([expect.objectContaining({ pointer: '/verifiablePresentation/verifiableCredential/1' })]);
  });

  it('to a credential without a proof that is not the holder’s own word', async () => {
    expect(await verify(await sign(presentation({}, plain()), ada, PROOF))).toMatchObject({ status: 400 });
    const own = plain({ issuer: HOLDER });
    expect(await verify(await sign(presentation({ holder: 'did:example:alice' }, own), ada, PROOF))).toMatchObject({ status: 400 });
    const { holder: _, ...nobody } = presentation({}, own);
    expect(await verify(await sign(nobody, ada, PROOF))).toMatchObject({ status: 400 });
  });

  it.each<[string, (presented: JsonObject) => unknown]>([
    ['without contexts', ({ '@context': _, ...rest }) => rest],
    ['with another first context', (presented) => ({ ...presented, '@context': [EXAMPLES, VC2_CONTEXT] })],
    ['with a context that nobody knows', (presented) => ({ ...presented, '@context': [VC2_CONTEXT, 'https://example.com'] })],
    ['with a number as context', (presented) => ({ ...presented, '@context': [VC2_CONTEXT, 123192875] })],
    ['without a type', ({ type: _, ...rest }) => rest],
    ['of another type', (presented) => ({ ...presented, type: ['NonconformingDocument'] })],
    ['with a text as credential', (presented) => ({ ...presented, verifiableCredential: ['https://a.example'] })],
    ['with a holder that is none', (presented) => ({ ...presented, holder: { id: 'z6Mk' } })],
    ['as a token', () => ({ '@context': VC2_CONTEXT, type: 'EnvelopedVerifiablePresentation', id: 'data:application/vp+jwt,eyJ.e.e' })],
    ['as a text', () => 'x'],
  ])('to one %s', async (_, change) => {
    expect(await verify(change(await sign(presentation(), ada, PROOF)))).toMatchObject({
      status: 400,
      verified: false,
      problemDetails: [{}],
    });
  });
});

describe('POST /vc-api/presentations/verify, of a presentation that is a token', () => {
  const { verificationMethod: kid } = didKeyOf(ada);
  const enveloped = async (payload: JsonObject, header: JsonObject = {}, key = ada): Promise<JsonObject> => {
    const input = [{ alg: 'EdDSA', typ: 'vp+jwt', kid, ...header }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = Buffer.from(await key.signer.sign(Buffer.from(input))).toString('base64url');
    return { '@context': VC2_CONTEXT, type: 'EnvelopedVerifiablePresentation', id: `data:application/vp+jwt,${input}.${signature}` };
  };
  const shown = async (more: JsonObject = {}): Promise<JsonObject> => ({ ...presentation({}, await sign(plain())), ...more });

  it('says yes to one of its holder, in either encoding, and for whom it was made', async () => {
    const payload = await shown({ iss: HOLDER, aud: 'a.example', nonce: '1', iat: 1795338000, exp: 1900000000 });
    expect(await verify(await enveloped(payload), { domain: 'a.example', challenge: '1' })).toMatchObject({
      status: 200,
      problemDetails: [],
    });
    const claimed = await enveloped({ iss: HOLDER, vp: await shown() }, { typ: 'JWT' });
    expect(await verify(claimed)).toMatchObject({ status: 200, report: { holder: HOLDER, proofs: [{ controller: HOLDER }] } });
  });

  it('says no to another audience, another occasion, and another time', async () => {
    const payload = await shown({ aud: ['a.example'], nonce: '1' });
    expect(types(await verify(await enveloped(payload), { domain: 'b.example' }))).toEqual(['INVALID_DOMAIN_ERROR']);
    expect(types(await verify(await enveloped(payload), { challenge: '2' }))).toEqual(['INVALID_CHALLENGE_ERROR']);
    for (const more of [{ exp: 1 }, { exp: 'soon' }, { nbf: 1900000000 }, { exp: -200_000_000_000 }, { nbf: -200_000_000_000 }]) {
      expect(types(await verify(await enveloped(await shown(more)))), JSON.stringify(more)).toEqual(['RANGE_ERROR']);
    }
  });

  it('says no to a stranger, to a claim that contradicts it, and to a changed one', async () => {
    const payload = await shown();
    expect(types(await verify(await enveloped(payload, {}, acme)))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    expect(await verify(await enveloped(payload, { kid: didKeyOf(acme).verificationMethod }, acme))).toMatchObject({ status: 400 });
    expect(types(await verify(await enveloped(await shown({ iss: 'did:example:other' }))))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
    const { id, ...rest } = await enveloped(payload);
    expect(await verify({ ...rest, id: `${String(id).slice(0, -8)}AAAAAAAA` })).toMatchObject({ status: 400 });
  });

  it.each([
    ['of a credential', { typ: 'vc+jwt' }],
    ['of a log-in', { typ: 'at+jwt' }],
  ])('says no to a token %s', async (_, header) => {
    const told = await verify(await enveloped(await shown(), header));
    expect(told).toMatchObject({ status: 400, problemDetails: [{ pointer: '/verifiablePresentation/id' }] });
  });

  it('says yes to a credential in `vc` that has neither an id nor a date for the claims to repeat', async () => {
    const { id: _, ...vc } = plain({ issuer: HOLDER });
    const { id } = await enveloped({ iss: HOLDER, sub: 'did:example:ada', vc }, { typ: 'JWT' });
    const inner = { '@context': VC2_CONTEXT, type: 'EnvelopedVerifiableCredential', id: String(id).replace('vp+jwt', 'jwt') };
    expect(await verify(await enveloped(presentation({}, inner)))).toMatchObject({ status: 200, problemDetails: [] });
  });

  it('says no to an altered credential in it, with its place', async () => {
    const altered = { ...(await sign(plain())), name: 'Other' };
    const told = await verify(await enveloped(presentation({}, altered)));
    expect(told.problemDetails).toEqual([expect.objectContaining({ pointer: '/verifiablePresentation/verifiableCredential/0' })]);
  });
});
