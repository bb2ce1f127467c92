import { endorsementSchema, pageOf } from '@proofmark/schemas/api';
import { listEndorsements } from '../../../issuing/endorsements/list-endorsements.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representEndorsement } from '../represent-endorsement.js';

export const listEndorsementsEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/v1/credentials/{credentialId}/endorsements',
  operationId: 'listEndorsements',
  tag: 'Credentials',
  summary: 'List the endorsements of a badge',
  description: 'Oldest first. The list is always whole.',
  scope: 'credentials:read',
  successes: { 200: { description: 'The endorsements.', schema: pageOf('EndorsementPage', endorsementSchema) } },
  problems: ['not-found', 'gone'],
  async handle(deps, { actor, ids: [credentialId] }) {
    const found = await listEndorsements(deps, { actor, input: credentialId });
    if (!found.ok) return found;
    return done({ status: 200, body: { data: found.value.map((one) => representEndorsement(deps.baseUrl, one)), next: null } });
  },
});
