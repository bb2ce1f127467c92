import { having, payloadOf, rawToken, signed, token, unsigned } from '../badges.js';
import { refused, unfinished, type Vector } from '../case.js';
import { OTHER, otherKey, SCHOOL, schoolKey } from '../issuers.js';

/** Badges of which the issuer is not who it says, or cannot be asked. */
export async function issuerProblems(): Promise<readonly Vector[]> {
  const claims = payloadOf(await token());
  const header = { alg: 'ES256', typ: 'JWT', kid: `${SCHOOL}#token` };
  const claiming = (more: object): Promise<string> => rawToken(header, { ...claims, ...more } as never);
  const mismatch = { claims: 'claim-mismatch' } as const;
  return [
    refused(
      'issuer/missing.json',
      'A good signature on a badge without an issuer.',
      await signed(having(unsigned(), { issuer: undefined })),
      { 'issuer-resolved': 'issuer-missing', 'issuer-binding': 'issuer-missing' },
    ),
    unfinished(
      'issuer/unreachable.json',
      'The issuer’s document cannot be had.',
      await signed(unsigned({}, 'did:web:gone.example'), { method: 'did:web:gone.example#key', key: schoolKey }),
      {
        'issuer-resolved': 'offline',
        'issuer-binding': 'offline',
        'key-authorised': 'offline',
      },
    ),
    unfinished(
      'issuer/stray-document.json',
      'At the issuer’s address stands the document of another DID.',
      await signed(unsigned({}, 'did:web:stray.example'), { method: 'did:web:stray.example#key', key: otherKey }),
      {
        'issuer-resolved': 'issuer-document-invalid',
        'issuer-binding': 'issuer-document-invalid',
        'key-authorised': 'issuer-document-invalid',
      },
    ),
    refused('issuer/other-name.json', 'The school’s key signed a badge that names another issuer.', await signed(unsigned({}, OTHER)), {
      'issuer-binding': 'issuer-mismatch',
    }),
    refused('issuer/token-iss.jwt', 'The claim iss is another issuer than the badge names.', await claiming({ iss: OTHER }), mismatch),
    refused(
      'issuer/token-nbf.jwt',
      'The claim nbf is another beginning than the badge states.',
      await claiming({ nbf: 1_700_000_000 }),
      mismatch,
    ),
    refused(
      'issuer/token-exp.jwt',
      'The claim exp is another end than the badge states.',
      await rawToken(header, {
        ...payloadOf(await token(unsigned({ validUntil: Date.parse('2028-03-01T00:00:00Z') }))),
        exp: 1_900_000_000,
      }),
      mismatch,
    ),
    refused(
      'issuer/token-sub.jwt',
      'The claim sub is another recipient than the badge names.',
      await claiming({ sub: 'urn:uuid:0198c0de-0000-7000-8000-0000000000ff' }),
      mismatch,
    ),
    refused(
      'issuer/token-jti.jwt',
      'The claim jti is another id than the badge has.',
      await claiming({ jti: 'https://school.example/credentials/2' }),
      mismatch,
    ),
  ];
}
