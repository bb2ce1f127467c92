import { createIssuerSchema, issuerSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representIssuer } from '../represent.js';

export const postIssuer: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers',
    operationId: 'createIssuer',
    tags: ['Issuers'],
    summary: 'Create an issuer',
    description:
      'Makes the issuer, its did:web and its two signing keys (Ed25519 for embedded proofs, P-256 for VC-JWT). What a person makes belongs to their organisation.',
    scope: 'admin',
    roles: ['owner'],
    audit: 'issuer.created',
    request: { body: jsonBody(createIssuerSchema) },
    responses: { 201: jsonAnswer('The issuer.', issuerSchema, { Location: 'Its address in this API.' }) },
    problems: ['conflict'],
  },
  async (api, c) => {
    const body = c.req.valid('json');
    const issuer = await api.useCases.createIssuer({ actor: c.var.actor, input: body });
    if (!issuer.ok) return issuer;
    const location = `${api.baseUrl}/v1/issuers/${issuer.value.id}`;
    return done({ status: 201, body: representIssuer(api.baseUrl, issuer.value), headers: { location } });
  },
);
