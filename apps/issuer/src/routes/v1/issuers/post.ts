import { type CreateIssuer, createIssuerSchema, issuerSchema } from '@proofmark/schemas/api';
import { createIssuer } from '../../../issuing/issuers/create-issuer.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representIssuer } from '../represent.js';

export const postIssuer: Endpoint = endpoint<CreateIssuer>({
  method: 'post',
  path: '/v1/issuers',
  operationId: 'createIssuer',
  tag: 'Issuers',
  summary: 'Create an issuer',
  description: 'Makes the issuer, its did:web and its two signing keys (Ed25519 for embedded proofs, P-256 for VC-JWT).',
  scope: 'admin',
  body: createIssuerSchema,
  successes: { 201: { description: 'The issuer.', schema: issuerSchema, headers: { Location: 'Its address in this API.' } } },
  problems: ['conflict'],
  async handle(deps, { actor, body }) {
    const issuer = await createIssuer(deps, { actor, input: body });
    if (!issuer.ok) return issuer;
    const location = `${deps.baseUrl}/v1/issuers/${issuer.value.id}`;
    return done({ status: 201, body: representIssuer(deps.baseUrl, issuer.value), headers: { location } });
  },
});
