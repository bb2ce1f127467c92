// Tokens: long parts, many parts, white space, large headers and payloads.
import { badge, did, falseProof, generic, range, token, unsigned } from './badge.mjs';

const case_ = (name, make) => ({ name, kind: 'tokens', make: async () => ({ input: { text: make() } }) });
const HEADER = { alg: 'EdDSA', kid: `${did}#${did.slice('did:key:'.length)}` };

export const TOKENS = [
  case_('a token with a header of 900000 characters', () => token({ ...HEADER, x: 'x'.repeat(900_000) }, unsigned())),
  case_('a token with a header of 12000 names', () =>
    token({ ...HEADER, ...Object.fromEntries(range(1_000, (i) => [`n${i}`, 1])) }, unsigned()),
  ),
  case_('a token with a payload of 680000 characters', () => token(HEADER, { ...unsigned(), name: 'x'.repeat(680_000) })),
  case_('a token with a signature of 900000 characters', () => token(HEADER, unsigned(), 'A'.repeat(900_000))),
  case_('a token of 450000 parts', () => 'e.'.repeat(450_000)),
  case_('a token of dots', () => `eyJhbGciOiJFUzI1NiJ9${'.'.repeat(900_000)}`),
  case_('a token without dots', () => `eyJ${'A'.repeat(900_000)}`),
  case_('a token in 300000 lines', () => token(HEADER, unsigned()).split('').join('\n'.repeat(100))),
  case_('a token between 900000 spaces', () => `${' '.repeat(450_000)}${token(HEADER, unsigned())}${' '.repeat(450_000)}`),
  case_('a token with 450000 spaces in its signature', () => `${token(HEADER, unsigned())}${' A'.repeat(450_000)}`),
  case_('a token with 25000 audiences', () => token(HEADER, { ...unsigned(), aud: range(25_000, (i) => `https://x.example/${i}`) })),
  case_('a token with 100 keys in its header', () =>
    token({ ...HEADER, jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(11_000) } }, unsigned()),
  ),
  case_('a token with an RSA key of 90000 bits in its header', () =>
    token({ alg: 'RS256', jwk: { kty: 'RSA', n: 'f'.repeat(11_000), e: 'AQAB' } }, unsigned(), 'A'.repeat(15_000)),
  ),
  case_('a token with an RSA key whose exponent has 80000 bits', () =>
    token({ alg: 'RS256', jwk: { kty: 'RSA', n: 'f'.repeat(342), e: 'f'.repeat(11_000) } }, unsigned(), 'A'.repeat(342)),
  ),
  case_('a token with a badge with 40000 tags', () => {
    const { credentialSubject, ...rest } = unsigned();
    const tag = range(40_000, (i) => `t${i}`);
    return token(HEADER, { ...rest, credentialSubject: { ...credentialSubject, achievement: { ...credentialSubject.achievement, tag } } });
  }),
  case_('a token with a generic credential with 60000 values', () =>
    token(HEADER, { ...generic(), proof: undefined, name: range(60_000, String) }),
  ),
  case_('a token whose `vc` has 40000 members that the claims have too', () => {
    const members = Object.fromEntries(range(20_000, (i) => [`m${i}`, 'x']));
    return token(HEADER, {
      ...members,
      iss: did,
      vc: { ...unsigned({ '@context': ['https://www.w3.org/2018/credentials/v1'] }), ...members },
    });
  }),
  case_('a token with a payload that has a proof with 20 proofs', () =>
    token(
      HEADER,
      badge(
        {},
        range(20, () => falseProof()),
      ),
    ),
  ),
  case_('a token with a kid of 12000 characters', () => token({ alg: 'ES256', kid: `#${'k'.repeat(11_000)}` }, unsigned())),
  case_('a token with an issuer of 600000 characters', () =>
    token({ alg: 'ES256', kid: '#x' }, unsigned({ issuer: `did:web:${'a.'.repeat(300_000)}` })),
  ),
  case_('a selective disclosure token with 100000 disclosures', () => `${token(HEADER, unsigned())}${'~eyJh'.repeat(100_000)}~`),
  case_('an envelope with 300000 parameters', () =>
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt${';a'.repeat(300_000)},${token(HEADER, unsigned())}`,
    }),
  ),
  case_('an envelope with 900000 spaces', () =>
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${' '.repeat(900_000)}`,
    }),
  ),
];
