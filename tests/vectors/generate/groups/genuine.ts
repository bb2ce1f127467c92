import { emailIdentity } from '@proofmark/credentials';
import { nodeCrypto } from '@proofmark/platform/node';
import { TEST_TYPE } from '@proofmark/schemas';
import { endorsement, having, signed, signedByAcme, token, unsigned } from '../badges.js';
import { CARRIED, genuine, type Vector, vector } from '../case.js';
import { ACME, ACME_METHOD, acmeKey, SCHOOL, school384, schoolTokenKey } from '../issuers.js';
import { png, svg } from '../pictures.js';

const CLAIMED = { ...CARRIED, claims: 'passed' } as const;

export async function genuineBadges(): Promise<readonly Vector[]> {
  const badge = await signed();
  const jwt = await token();
  const identity = await emailIdentity('ada@school.example', 'salt-of-the-vectors', nodeCrypto());
  const hers = await signed(unsigned({ recipient: { id: 'urn:uuid:0198c0de-0000-7000-8000-000000000002', identity } }));
  const beside = { type: 'DataIntegrityProof', cryptosuite: 'example-suite-2030', proofPurpose: 'assertionMethod', proofValue: 'z1' };
  return [
    genuine('genuine/embedded.json', 'A badge with an embedded Ed25519 proof (eddsa-rdfc-2022) of a did:web issuer.', badge),
    genuine('genuine/did-key.json', 'A badge whose issuer is a did:key: it verifies without any document.', await signedByAcme()),
    genuine(
      'genuine/one-line.json',
      'The same JSON without white space: a signature covers statements, and not their layout.',
      JSON.stringify(badge),
    ),
    genuine(
      'genuine/jcs.json',
      'A proof over the canonical JSON (eddsa-jcs-2022).',
      await signed(unsigned(), { cryptosuite: 'eddsa-jcs-2022' }),
    ),
    genuine(
      'genuine/p-256.json',
      'An ECDSA proof with a P-256 key (ecdsa-rdfc-2019).',
      await signed(unsigned(), { key: schoolTokenKey, method: `${SCHOOL}#token`, cryptosuite: 'ecdsa-rdfc-2019' }),
    ),
    genuine(
      'genuine/p-384.json',
      'An ECDSA proof with a P-384 key (ecdsa-rdfc-2019), which hashes with SHA-384.',
      await signed(unsigned(), { key: school384, method: `${SCHOOL}#p384`, cryptosuite: 'ecdsa-rdfc-2019' }),
    ),
    genuine(
      'genuine/two-proofs.json',
      'A proof of a suite that nobody knows beside a good one: of a badge one good proof is enough.',
      having(badge, { proof: [beside, badge.proof ?? null] }),
    ),
    genuine('genuine/token-es256.jwt', 'A VC-JWT signed with ES256; its kid is a method of the issuer’s DID document.', jwt, {
      because: CLAIMED,
    }),
    genuine('genuine/token-eddsa.jwt', 'A VC-JWT signed with EdDSA by a did:key.', await token(unsigned({}, ACME), acmeKey, ACME_METHOD), {
      because: CLAIMED,
    }),
    genuine('genuine/picture.png', 'A PNG with the signed JSON in an iTXt chunk.', png(badge)),
    genuine('genuine/picture-token.png', 'A PNG with the VC-JWT in an iTXt chunk.', png(jwt), { because: CLAIMED }),
    genuine('genuine/drawing.svg', 'An SVG with the signed JSON in a CDATA section.', svg(badge)),
    genuine('genuine/drawing-token.svg', 'An SVG with the VC-JWT in the verify attribute.', svg(jwt), { because: CLAIMED }),
    genuine(
      'genuine/endorsed.json',
      'A badge with an endorsement that somebody else signed.',
      await signed(having(unsigned(), { endorsement: [await endorsement()] })),
      {
        also: { endorsements: 'passed' },
        contained: ['genuine-issuer-unknown'],
      },
    ),
    vector(
      'genuine/test.json',
      'A badge that says in its signed type that it is a test: the reader trusts its issuer, and nothing was awarded all the same.',
      await signed(having(unsigned(), { type: ['VerifiableCredential', 'OpenBadgeCredential', TEST_TYPE] })),
      'test',
      { because: { ...CARRIED, 'issuer-trusted': 'passed' }, trusted: [SCHOOL] },
    ),
    vector('genuine/trusted.json', 'The reader trusts the issuer’s DID, so the issuer is confirmed.', badge, 'genuine-issuer-confirmed', {
      because: { ...CARRIED, 'issuer-trusted': 'passed' },
      trusted: [SCHOOL],
    }),
    genuine('genuine/recipient.json', 'The e-mail address that is asked about has the hash in the badge.', hers, {
      also: { recipient: 'passed' },
      recipient: 'ada@school.example',
    }),
    vector(
      'genuine/other-recipient.json',
      'The badge is genuine and somebody else’s: the command line does not end with 0.',
      hers,
      'genuine-issuer-unknown',
      {
        because: CARRIED,
        also: { recipient: 'recipient-mismatch' },
        recipient: 'eve@school.example',
        exit: 1,
      },
    ),
  ];
}
