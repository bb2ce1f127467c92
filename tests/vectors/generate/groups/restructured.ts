import type { Json, JsonObject } from '@proofmark/primitives';
import { BADGE, having, signed, unsigned } from '../badges.js';
import { refused, unfinished, unreadable, type Vector } from '../case.js';
import { REVOCATIONS } from '../lists.js';

const RESTRUCTURED = { shape: 'restructured' } as const;
const CRED = 'https://www.w3.org/2018/credentials#';
const ROOT = { id: BADGE, type: ['VerifiableCredential', 'OpenBadgeCredential'] };

/**
 * Twins of genuine badges: the same statements written otherwise, so that the signature still verifies, while a reader of the JSON no longer
 * sees what matters. The badge has ended, and is revoked.
 */
export async function restructuredBadges(): Promise<readonly Vector[]> {
  const badge = await signed(unsigned({ validUntil: Date.parse('2027-01-01T00:00:00Z'), status: { list: REVOCATIONS, index: 5 } }));
  const { validUntil = null, credentialStatus = null, evidence = null } = badge;
  const status = credentialStatus as JsonObject;
  const without = (term: string, more: Readonly<Record<string, Json>>): JsonObject => having(badge, { [term]: undefined, ...more });
  const contexts = badge['@context'] as readonly Json[];
  return [
    refused(
      'restructured/end-included.json',
      'The end stands in an @included node that has the id of the badge.',
      without('validUntil', { '@included': [{ ...ROOT, validUntil }] }),
      RESTRUCTURED,
    ),
    refused(
      'restructured/end-nested.json',
      'The end stands under @nest.',
      without('validUntil', { '@nest': { validUntil } }),
      RESTRUCTURED,
    ),
    refused(
      'restructured/end-absolute.json',
      'The end is written with the whole address of its term.',
      without('validUntil', { [`${CRED}validUntil`]: { '@value': validUntil, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } }),
      RESTRUCTURED,
    ),
    refused(
      'restructured/end-in-evidence.json',
      'The end stands in an entry of the evidence that has the id of the badge.',
      without('validUntil', { evidence: [...(evidence as readonly Json[]), { ...ROOT, validUntil }] }),
      RESTRUCTURED,
    ),
    refused(
      'restructured/status-absolute.json',
      'The status is written with the whole address of its term.',
      without('credentialStatus', { [`${CRED}credentialStatus`]: status }),
      RESTRUCTURED,
    ),
    unfinished(
      'restructured/status-alias.json',
      'A context of the badge’s own gives the status another name: such contexts are not read, so nothing is concluded.',
      without('credentialStatus', {
        '@context': [...contexts, { other: { '@id': `${CRED}credentialStatus`, '@type': '@id' } }],
        other: status,
      }),
      { shape: 'unsupported-vocabulary' },
    ),
    refused(
      'restructured/purpose-in-a-list.json',
      'The purpose of the status is wrapped in a list, so that a careless reader does not find it: it is read as meant.',
      having(badge, { credentialStatus: having(status, { statusPurpose: ['revocation'] }) }),
      { revoked: 'revoked' },
    ),
    refused(
      'restructured/list-as-a-node.json',
      'The address of the status list is written as an object with an id.',
      having(badge, { credentialStatus: having(status, { statusListCredential: { id: REVOCATIONS } }) }),
      RESTRUCTURED,
    ),
    unreadable(
      'restructured/graph.json',
      'The whole badge stands under @graph, so that the file is no badge at its root.',
      { '@context': contexts, '@graph': [having(badge, { '@context': undefined })] },
      { format: 'not-a-badge' },
    ),
    refused(
      'restructured/name-as-a-value.json',
      'The name is written as an object with @value, which means the same: the badge was revoked, whatever its spelling.',
      having(badge, { name: { '@value': badge.name ?? null } }),
      { revoked: 'revoked' },
    ),
  ];
}
