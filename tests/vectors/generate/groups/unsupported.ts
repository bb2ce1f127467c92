import type { JsonObject } from '@proofmark/primitives';
import { having, payloadOf, rawToken, signed, token, unsigned } from '../badges.js';
import { unfinished, type Vector } from '../case.js';
import { SCHOOL, schoolKey } from '../issuers.js';

const SUITE = {
  'issuer-resolved': 'unsupported-suite',
  'issuer-binding': 'unsupported-suite',
  'key-authorised': 'unsupported-suite',
  signature: 'unsupported-suite',
} as const;

/** Badges that may be good, of a kind that is not read. */
export async function unsupported(): Promise<readonly Vector[]> {
  const badge = await signed();
  const proof = badge.proof as JsonObject;
  const payload = payloadOf(await token());
  return [
    unfinished(
      'unsupported/suite.json',
      'A proof of a suite that is not known (bbs-2023).',
      having(badge, { proof: having(proof, { cryptosuite: 'bbs-2023' }) }),
      {
        ...SUITE,
      },
    ),
    unfinished(
      'unsupported/did-method.json',
      'An issuer whose DID method is not known.',
      await signed(unsigned({}, 'did:example:school'), { key: schoolKey, method: 'did:example:school#key' }),
      {
        'issuer-resolved': 'unsupported-did-method',
        'issuer-binding': 'unsupported-did-method',
        'key-authorised': 'unsupported-did-method',
      },
    ),
    unfinished(
      'unsupported/context.json',
      'A context that is not built in: contexts are never fetched, so the statements are not known.',
      having(badge, { '@context': [...(badge['@context'] as readonly string[]), 'https://words.example/v1'] }),
      { shape: 'unsupported-vocabulary' },
    ),
    unfinished(
      'unsupported/status-type.json',
      'A status of a kind that is not known.',
      await signed(
        having(unsigned(), { credentialStatus: { id: 'https://school.example/status/1', type: 'https://status.example/#List2030' } }),
      ),
      { 'status-list': 'unsupported-status-type', revoked: 'unsupported-status-type' },
    ),
    unfinished(
      'unsupported/token-algorithm.jwt',
      'A token signed with an algorithm that is not read (ES512).',
      await rawToken({ alg: 'ES512', typ: 'JWT', kid: `${SCHOOL}#token` }, payload),
      {
        signature: 'unsupported-suite',
      },
    ),
  ];
}
