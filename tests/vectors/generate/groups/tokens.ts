import { encodeBase58, encodeBase64, encodeBase64url, type JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import { having, payloadOf, rawToken, signed, token, unsigned } from '../badges.js';
import { CARRIED, genuine, refused, unfinished, unreadable, type Vector } from '../case.js';
import { namedTokenKey, olderKey, SCHOOL, secretsKey } from '../issuers.js';

const CARRIED_TOKEN = { because: { ...CARRIED, claims: 'passed' } } as const;
const TWO = { format: 'malformed' } as const;
const OTHER = { format: 'not-a-badge' } as const;
const NOT_FOR_THIS = { 'key-authorised': 'key-not-authorised' } as const;
const NO_KEY = {
  'issuer-resolved': 'issuer-document-invalid',
  'issuer-binding': 'issuer-document-invalid',
  'key-authorised': 'issuer-document-invalid',
} as const;

/** One signature (R is the neutral point, S is 0) that fits every text under the key whose point is the neutral one. */
const CONSTANT = Uint8Array.of(1, ...new Array<number>(63).fill(0));
const NEUTRAL = Uint8Array.of(1, ...new Array<number>(31).fill(0));

/** What a token may be, and what its key may do: see the decision page about tokens. */
export async function tokens(): Promise<readonly Vector[]> {
  const jwt = await token();
  const payload = payloadOf(jwt);
  const header = { alg: 'ES256', typ: 'JWT', kid: `${SCHOOL}#token` } as const;
  const with_ = (more: JsonObject): Promise<string> => rawToken({ ...header, ...more }, payload);
  const { iss = '', sub = '', jti = '', nbf = 0 } = payload;
  const versionOne = having(unsigned(), {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'],
    validFrom: undefined,
    issuanceDate: '2026-11-22T09:00:00Z',
  });
  const envelope = (id: string): JsonObject => ({ '@context': [VC2_CONTEXT], type: 'EnvelopedVerifiableCredential', id });
  const inBase64 = encodeBase64(new TextEncoder().encode(jwt));
  const weak = `did:key:z${encodeBase58(Uint8Array.of(0xed, 0x01, ...NEUTRAL))}`;
  const weakMethod = `${weak}#${weak.slice('did:key:'.length)}`;
  const nobodys = await signed(unsigned({}, weak));
  const jwkDid = `did:jwk:${encodeBase64url(new TextEncoder().encode(JSON.stringify({ ...secretsKey.publicKey.jwk, use: 'enc' })))}`;
  return [
    unreadable(
      'tokens/vc-beside.jwt',
      'A badge is the payload, and another one stands in `vc`.',
      await rawToken(header, { ...payload, vc: unsigned() }),
      TWO,
    ),
    unreadable(
      'tokens/vp-beside.jwt',
      'A badge is the payload, and a presentation stands in `vp`.',
      await rawToken(header, { ...payload, vp: {} }),
      TWO,
    ),
    unreadable(
      'tokens/vc-2-in-vc.jwt',
      'A credential of VC 2.0 stands in `vc`, which is the place of VC 1.1.',
      await rawToken(header, { iss, sub, jti, nbf, vc: unsigned() }),
      TWO,
    ),
    unreadable(
      'tokens/status-beside-vc.jwt',
      'The badge stands in `vc`, and a status beside it, where few look.',
      await rawToken(header, { iss, sub, jti, nbf, vc: versionOne, credentialStatus: { type: 'BitstringStatusListEntry' } }),
      TWO,
    ),
    genuine(
      'tokens/vc-1.1.jwt',
      'A badge of VC 1.1 stands in `vc` alone.',
      await rawToken(header, { iss, sub, jti, nbf, vc: versionOne }),
      CARRIED_TOKEN,
    ),
    unreadable('tokens/typ-access-token.jwt', 'The token says that it is an access token.', await with_({ typ: 'at+jwt' }), OTHER),
    unreadable(
      'tokens/typ-presentation.jwt',
      'The token says that it is a presentation, and is a badge.',
      await with_({ typ: 'vp+jwt' }),
      OTHER,
    ),
    unreadable(
      'tokens/cty-presentation.jwt',
      'The content type says presentation, and the content is a badge.',
      await with_({ cty: 'vp' }),
      OTHER,
    ),
    genuine(
      'tokens/typ-in-capitals.jwt',
      'Media types know no case, and may be written with `application/`.',
      await with_({ typ: 'Application/VC+JWT', cty: 'vc' }),
      CARRIED_TOKEN,
    ),
    genuine(
      'tokens/unknown-header.jwt',
      'A header that nobody reads changes nothing; it is told as a note.',
      await with_({ foo: 1 }),
      CARRIED_TOKEN,
    ),
    unfinished(
      'tokens/header-zip.jwt',
      'The header says that the payload is packed: another reader would unpack it.',
      await with_({ zip: 'DEF' }),
      {
        signature: 'unsupported-suite',
      },
    ),
    unfinished(
      'tokens/header-key-address.jwt',
      'The header names an address for its key, which is not asked.',
      await with_({ jku: 'https://keys.example/jwks.json' }),
      {
        signature: 'unsupported-suite',
      },
    ),
    refused(
      'tokens/header-other-issuer.jwt',
      'The header repeats `iss` with another value.',
      await with_({ iss: 'did:web:other.example' }),
      {
        claims: 'claim-mismatch',
      },
    ),
    unfinished(
      'tokens/status-claim.jwt',
      'The issuer publishes a status by a claim of OAuth, which cannot be asked here.',
      await rawToken(header, { ...payload, status: { status_list: { idx: 4, uri: 'https://school.example/status/oauth' } } }),
      { 'status-list': 'unsupported-status-type', revoked: 'unsupported-status-type' },
    ),
    unfinished(
      'tokens/sd-jwt.txt',
      'An SD-JWT is recognised by name.',
      `${await with_({ typ: 'vc+sd-jwt' })}~WyJzYWx0IiwibmFtZSIsIldlYiJd~`,
      {
        format: 'unsupported-format',
      },
    ),
    genuine(
      'tokens/envelope-base64.json',
      'An envelope holds the token in base64.',
      envelope(`data:application/vc+jwt;base64,${inBase64}`),
      CARRIED_TOKEN,
    ),
    refused(
      'tokens/key-for-encryption.jwt',
      'The issuer lists the key, and says that it is for encryption.',
      await token(unsigned(), secretsKey, `${SCHOOL}#secrets`),
      NOT_FOR_THIS,
    ),
    refused(
      'tokens/did-jwk-for-encryption.jwt',
      'The issuer is a did:jwk whose key is for encryption.',
      await token(unsigned({}, jwkDid), secretsKey, `${jwkDid}#0`),
      NOT_FOR_THIS,
    ),
    genuine(
      'tokens/kid-of-jwk.jwt',
      'The `kid` is only what the JWK calls itself.',
      await token(unsigned(), namedTokenKey, 'tokens-2026'),
      CARRIED_TOKEN,
    ),
    genuine(
      'tokens/base58-key.json',
      'The key stands in the issuer’s document in base58 alone.',
      await signed(unsigned(), { key: olderKey, method: `${SCHOOL}#older` }),
    ),
    unfinished(
      'tokens/small-order-key.json',
      'The key is of small order: this signature fits every text, and nobody had to sign.',
      having(nobodys, {
        proof: having(nobodys.proof as JsonObject, { verificationMethod: weakMethod, proofValue: `z${encodeBase58(CONSTANT)}` }),
      }),
      { 'issuer-resolved': 'key-not-found', 'issuer-binding': 'issuer-not-proven', 'key-authorised': 'key-not-found' },
    ),
    unfinished(
      'tokens/private-key-in-header.jwt',
      'The header publishes a private key.',
      await with_({ jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', d: 'AA' } }),
      NO_KEY,
    ),
  ];
}
