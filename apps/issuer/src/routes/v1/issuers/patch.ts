import { issuerSchema, type UpdateIssuer, updateIssuerSchema } from '@proofmark/schemas/api';
import { updateIssuer } from '../../../issuing/issuers/update-issuer.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representIssuer } from '../represent.js';

export const patchIssuer: Endpoint = endpoint<UpdateIssuer>({
  method: 'patch',
  path: '/v1/issuers/{issuerId}',
  operationId: 'updateIssuer',
  tag: 'Issuers',
  summary: 'Change an issuer',
  description: 'JSON Merge Patch (RFC 7396). Slug, mode and DID never change; badges that were issued keep what they said.',
  scope: 'issuers:write',
  body: updateIssuerSchema,
  successes: { 200: { description: 'The changed issuer.', schema: issuerSchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId], body }) {
    const issuer = await updateIssuer(deps, { actor, input: { issuerId, changes: body } });
    return issuer.ok ? done({ status: 200, body: representIssuer(deps.baseUrl, issuer.value) }) : issuer;
  },
});
