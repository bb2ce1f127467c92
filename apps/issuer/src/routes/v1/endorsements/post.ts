import { type EndorseCredential, endorseCredentialSchema, endorsementSchema } from '@proofmark/schemas/api';
import { endorseCredential } from '../../../issuing/endorsements/endorse-credential.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representEndorsement } from '../represent-endorsement.js';

export const postEndorsement: Endpoint = endpoint<EndorseCredential>({
  method: 'post',
  path: '/v1/credentials/{credentialId}/endorsements',
  operationId: 'endorseCredential',
  tag: 'Credentials',
  summary: 'Add an endorsement',
  description:
    'Either a named person and what they say, which this service signs under an id of that person’s own; or an EndorsementCredential that was signed elsewhere, which has to be about this badge and is verified first. The badge stays as it is; the endorsement stands in its work log.',
  scope: 'credentials:write',
  body: endorseCredentialSchema,
  takesIdempotencyKey: true,
  successes: {
    201: { description: 'The endorsement.', schema: endorsementSchema, headers: { Location: 'Where everyone can read it.' } },
    200: {
      description: 'The endorsement that an earlier request added: one with this `Idempotency-Key`, or one that brought the same.',
      schema: endorsementSchema,
    },
  },
  problems: ['not-found', 'gone', 'conflict', 'request-in-progress', 'idempotency-key-reused', 'credential-refused', 'endorsement-refused'],
  async handle(deps, { actor, ids: [credentialId], body, idempotencyKey }) {
    const added = await endorseCredential(deps, { actor, input: { credentialId, body, idempotencyKey } });
    if (!added.ok) return added;
    const endorsement = representEndorsement(deps.baseUrl, added.value.endorsement);
    return done({ status: added.value.added ? 201 : 200, body: endorsement, headers: { location: endorsement.url } });
  },
});
