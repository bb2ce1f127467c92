import { issuerSchema, updateIssuerSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representIssuer } from '../represent.js';

export const patchIssuer: Operation = operation(
  {
    method: 'patch',
    path: '/v1/issuers/{issuerId}',
    operationId: 'updateIssuer',
    tags: ['Issuers'],
    summary: 'Change an issuer',
    description: 'JSON Merge Patch (RFC 7396). Slug, mode and DID never change; badges that were issued keep what they said.',
    scope: 'issuers:write',
    audit: 'issuer.updated',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(updateIssuerSchema) },
    responses: { 200: jsonAnswer('The changed issuer.', issuerSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const body = c.req.valid('json');
    const issuer = await api.useCases.updateIssuer({ actor: c.var.actor, input: { issuerId, changes: body } });
    return issuer.ok ? done({ status: 200, body: representIssuer(api.baseUrl, issuer.value) }) : issuer;
  },
);
