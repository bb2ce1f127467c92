import type { Json, JsonObject } from '@proofmark/primitives';
import { CLR_CONTEXT, OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { having, rawToken, signed, token, unsigned } from '../badges.js';
import { CARRIED, genuine, refused, type Vector, vector } from '../case.js';
import { SCHOOL, stranger } from '../issuers.js';
import { didKey } from '../keys.js';

/** A learner record of the school with these credentials. */
function record(...verifiableCredential: readonly JsonObject[]): JsonObject {
  return {
    '@context': [VC2_CONTEXT, CLR_CONTEXT, OB3_CONTEXT],
    id: 'https://school.example/records/1',
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { id: SCHOOL, type: ['Profile'], name: 'Northside School' },
    validFrom: '2026-11-22T09:00:00Z',
    name: 'Record of Ada Example',
    credentialSubject: { id: 'urn:uuid:0198c0de-0000-7000-8000-000000000002', type: ['ClrSubject'], verifiableCredential },
  };
}

/** Learner records (CLR 2.0) and presentations, whose credentials are each judged by themselves. */
export async function containers(): Promise<readonly Vector[]> {
  const badge = await signed();
  const second = await signed(
    unsigned({ id: 'https://school.example/credentials/2', validUntil: Date.parse('2027-01-01T00:00:00Z'), evidence: null }),
  );
  const third = await signed(unsigned({ id: 'https://school.example/credentials/3', evidence: null }));
  const clr = await signed(record(badge, third));
  const present = (...verifiableCredential: readonly Json[]): JsonObject => ({
    '@context': [VC2_CONTEXT],
    type: ['VerifiablePresentation'],
    holder: didKey(stranger).did,
    verifiableCredential,
  });
  return [
    genuine('containers/record.json', 'A learner record (CLR 2.0) with two genuine badges.', clr, {
      contained: ['genuine-issuer-unknown', 'genuine-issuer-unknown'],
      also: { evidence: 'not-present' },
    }),
    genuine(
      'containers/record-mixed.json',
      'A genuine record with one badge that has ended and one that was altered before it was put in.',
      await signed(record(second, having(third, { name: 'Other' }))),
      {
        contained: ['no-longer-current', 'do-not-rely'],
      },
    ),
    refused(
      'containers/record-altered.json',
      'The record itself was altered, so nothing in it is shown as checked.',
      having(clr, { name: 'Another record' }),
      {
        signature: 'signature-invalid',
      },
    ),
    genuine('containers/presentation.json', 'A presentation of one badge is that badge.', present(badge)),
    genuine(
      'containers/presentation.jwt',
      'A presentation of one badge as a token is that badge: whoever presents it proves nothing about it.',
      await rawToken(
        { alg: 'EdDSA', typ: 'JWT', kid: didKey(stranger).method },
        { iss: didKey(stranger).did, vp: { type: ['VerifiablePresentation'], verifiableCredential: [await token()] } },
        stranger,
      ),
      { because: { ...CARRIED, claims: 'passed' } },
    ),
    vector(
      'containers/presentation-of-two.json',
      'A presentation of two badges has no verdict of its own: each badge has one.',
      present(badge, second),
      'unfinished',
      { because: { format: 'unsupported-format' }, contained: ['genuine-issuer-unknown', 'no-longer-current'] },
    ),
  ];
}
