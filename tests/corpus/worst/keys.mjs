// Documents that strangers serve: keys, redirects to more of them, and domains.
import { badge, didWebOf, falseProof, ORIGIN, range, signed, token, unsigned } from './badge.mjs';

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const MULTIKEY = 'z6MkwVDfCg9LbbY6xjH3EZk8YSFQZujV5Y4y1ZWeER9tDiN3';

/** A badge whose key is to be found in a document of its issuer. */
const case_ = (name, document, asToken = false) => ({
  name,
  kind: 'keys',
  make: async (origin = ORIGIN) => {
    const did = didWebOf(origin);
    const issuer = { id: did, type: ['Profile'], name: 'A stranger' };
    const text = asToken
      ? token({ alg: 'EdDSA', kid: `${did}#k` }, unsigned({ issuer }))
      : JSON.stringify(badge({ issuer }, falseProof({ verificationMethod: `${did}#k` })));
    const body = document(did, origin);
    return { input: { text }, web: { [`${origin}/.well-known/did.json`]: typeof body === 'string' ? body : JSON.stringify(body) } };
  },
});

const method = (did, i, more = {}) => ({ id: `${did}#${i}`, type: 'Multikey', controller: did, publicKeyMultibase: MULTIKEY, ...more });
const didDocument = (did, methods, more = {}) => ({
  '@context': ['https://www.w3.org/ns/did/v1'],
  id: did,
  verificationMethod: methods,
  assertionMethod: methods.map((one) => (typeof one === 'string' ? one : one.id)),
  ...more,
});

export const KEYS = [
  case_('an issuer with 450 keys', (did) =>
    didDocument(
      did,
      range(450, (i) => method(did, i)),
    ),
  ),
  case_('an issuer with 4000 keys', (did) =>
    didDocument(
      did,
      range(4_000, (i) => method(did, i)),
    ),
  ),
  case_('an issuer with 4000 keys with one id', (did) =>
    didDocument(
      did,
      range(4_000, () => method(did, 'k')),
    ),
  ),
  case_('an issuer with 450 keys, each named 20 times', (did) => {
    const methods = range(450, (i) => method(did, i));
    return didDocument(did, methods, { assertionMethod: range(9_000, (i) => methods[i % 450].id) });
  }),
  case_('an issuer with 30000 references to keys', (did) => didDocument(did, [], { assertionMethod: range(30_000, (i) => `${did}#${i}`) })),
  case_('an issuer whose key has 900000 base58 digits', (did) =>
    didDocument(did, [method(did, 'k', { publicKeyMultibase: `z${'6'.repeat(900_000)}` })]),
  ),
  case_('an issuer with 400 keys of 2000 base58 digits', (did) =>
    didDocument(
      did,
      range(400, (i) => method(did, i === 0 ? 'k' : i, { publicKeyMultibase: `z${'6'.repeat(2_000)}` })),
    ),
  ),
  case_('an issuer whose RSA key has 3 million bits', (did) =>
    didDocument(did, [method(did, 'k', { type: 'JsonWebKey', publicKeyJwk: { kty: 'RSA', n: 'f'.repeat(500_000), e: 'AQAB' } })]),
  ),
  case_('an issuer with 9000 services', (did) =>
    didDocument(did, [method(did, 'k')], {
      service: range(9_000, (i) => ({ id: `#${i}`, type: 'LinkedDomains', serviceEndpoint: `https://x${i}.example` })),
    }),
  ),
  case_('an issuer whose document is 400000 arrays deep', () => `${'['.repeat(400_000)}${']'.repeat(400_000)}`),
  case_('an issuer whose document has 90000 values', (did) => didDocument(did, [method(did, 'k')], { x: range(90_000) })),
  case_('an issuer whose PEM has 900000 characters', (did) =>
    didDocument(did, [
      method(did, 'k', { type: 'RsaVerificationKey2018', publicKeyPem: `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(900_000)}` }),
    ]),
  ),
  case_('an issuer whose document has 900000 spaces', () => ' '.repeat(900_000)),
  case_(
    'a token whose issuer has 4000 keys in a key set',
    (did) => ({ keys: range(4_000, (i) => ({ kid: `${did}#${i}`, kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) })) }),
    true,
  ),
  case_(
    'a token whose issuer has 450 keys with one kid',
    (did) =>
      didDocument(
        did,
        range(450, () => method(did, 'k')),
      ),
    true,
  ),
  {
    name: 'a signed badge that names 40 refresh services with 900000 characters each',
    kind: 'keys',
    make: async (origin = ORIGIN) => ({
      input: {
        text: JSON.stringify(
          await signed(
            unsigned({
              '@context': [...unsigned()['@context'], EXTENSIONS],
              refreshService: range(40, (i) => ({ id: `${origin}/newer/${i}`, type: '1EdTechCredentialRefresh' })),
            }),
          ),
        ),
      },
      web: Object.fromEntries(range(40, (i) => [`${origin}/newer/${i}`, `{"x":"${'x'.repeat(900_000)}"}`])),
    }),
  },
];
