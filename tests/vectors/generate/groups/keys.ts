import type { JsonObject } from '@proofmark/primitives';
import { payloadOf, rawToken, signed, token, unsigned } from '../badges.js';
import { refused, unfinished, type Vector } from '../case.js';
import { expiredKey, loginKey, OTHER, otherKey, retiredKey, revokedKey, SCHOOL, stranger } from '../issuers.js';
import { didKey } from '../keys.js';
import { REVOCATIONS } from '../lists.js';

/** Badges of which the key is not, or no longer, one that the issuer signs with. */
export async function keyProblems(): Promise<readonly Vector[]> {
  const of = (key: typeof stranger, method: string): Promise<JsonObject> => signed(unsigned(), { key, method });
  const jwt = await token();
  const payload = payloadOf(jwt);
  const { method } = didKey(stranger);
  return [
    refused('keys/expired.json', 'The key had expired when the badge was signed.', await of(expiredKey, `${SCHOOL}#expired`), {
      'key-authorised': 'key-not-valid-then',
    }),
    refused(
      'keys/revoked.json',
      'The key was revoked after the signature, and the badge has no place in a status list: whoever has the key can write any date.',
      await of(revokedKey, `${SCHOOL}#revoked`),
      { 'key-authorised': 'key-revoked' },
    ),
    unfinished(
      'keys/revoked-with-status.json',
      'The key was revoked after the signature, and the badge has a place in a status list: only the issuer can know it.',
      await signed(unsigned({ status: { list: REVOCATIONS, index: 6, purpose: 'revocation' } }), {
        key: revokedKey,
        method: `${SCHOOL}#revoked`,
      }),
      { 'key-authorised': 'key-revoked' },
    ),
    refused(
      'keys/retired.json',
      'The key was replaced, and the proof says that it was made later.',
      await of(retiredKey, `${SCHOOL}#retired`),
      { 'key-authorised': 'key-not-valid-then' },
    ),
    refused('keys/authentication.json', 'The issuer uses this key for authentication only.', await of(loginKey, `${SCHOOL}#login`), {
      'key-authorised': 'key-not-authorised',
    }),
    refused(
      'keys/purpose.json',
      'The proof was made to authenticate somebody, and not to assert.',
      await signed(unsigned(), { options: { proofPurpose: 'authentication' } }),
      { 'key-authorised': 'key-not-authorised' },
    ),
    refused('keys/stranger.json', 'A stranger signed and names a key of the issuer.', await of(stranger, `${SCHOOL}#key`), {
      signature: 'signature-invalid',
    }),
    unfinished(
      'keys/stranger-did-key.json',
      'The signature is good, of a did:key that has nothing to do with the issuer.',
      await of(stranger, method),
      {
        'issuer-binding': 'issuer-not-proven',
      },
    ),
    refused(
      'keys/no-such-method.json',
      'The proof names a method that the issuer’s document does not have.',
      await of(stranger, `${SCHOOL}#lost`),
      { 'key-authorised': 'key-not-authorised' },
    ),
    refused('keys/other-issuer.json', 'Another issuer’s key signed a badge of the school.', await of(otherKey, `${OTHER}#key`), {
      'issuer-binding': 'issuer-mismatch',
    }),
    unfinished(
      'keys/token-own-key.jwt',
      'The token brings its key in its own header: the signature is good, and proves nobody.',
      await rawToken({ alg: 'EdDSA', typ: 'JWT', jwk: stranger.publicKey.jwk }, payload, stranger),
      { 'issuer-resolved': 'issuer-not-proven', 'issuer-binding': 'issuer-not-proven', 'key-authorised': 'issuer-not-proven' },
    ),
    refused(
      'keys/token-none.jwt',
      'The token says that it needs no signature (alg none).',
      `${(await rawToken({ alg: 'none' }, payload)).split('.').slice(0, 2).join('.')}.`,
      {
        signature: 'signature-invalid',
      },
    ),
    refused(
      'keys/token-hs256.jwt',
      'The token is signed with a shared secret (HS256).',
      await rawToken({ alg: 'HS256', kid: `${SCHOOL}#token` }, payload),
      {
        signature: 'signature-invalid',
      },
    ),
  ];
}
