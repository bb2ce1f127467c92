import { issuerSchema } from '@proofmark/schemas/api';
import { getIssuer } from '../../../issuing/issuers/get-issuer.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representIssuer } from '../represent.js';

export const getIssuerEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/v1/issuers/{issuerId}',
  operationId: 'getIssuer',
  tag: 'Issuers',
  summary: 'Read an issuer',
  scope: null,
  successes: { 200: { description: 'The issuer.', schema: issuerSchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId] }) {
    const issuer = await getIssuer(deps, { actor, input: issuerId });
    return issuer.ok ? done({ status: 200, body: representIssuer(deps.baseUrl, issuer.value) }) : issuer;
  },
});
