import { pageOf, signingKeySchema } from '@proofmark/schemas/api';
import { listSigningKeys } from '../../../issuing/issuers/list-signing-keys.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representSigningKey } from '../represent.js';

export const listKeys: Endpoint = endpoint({
  method: 'get',
  path: '/v1/issuers/{issuerId}/keys',
  operationId: 'listSigningKeys',
  tag: 'Signing keys',
  summary: 'List the signing keys of an issuer',
  description: 'The public halves, oldest first. Retired keys stay, so that badges they signed stay checkable. The list is always whole.',
  scope: null,
  successes: { 200: { description: 'The keys.', schema: pageOf('SigningKeyPage', signingKeySchema) } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId] }) {
    const keys = await listSigningKeys(deps, { actor, input: issuerId });
    return keys.ok ? done({ status: 200, body: { data: keys.value.map(representSigningKey), next: null } }) : keys;
  },
});
