import { issuerSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representIssuer } from '../represent.js';

export const getIssuerOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}',
    operationId: 'getIssuer',
    tags: ['Issuers'],
    summary: 'Read an issuer',
    scope: null,
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('The issuer.', issuerSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const issuer = await api.useCases.getIssuer({ actor: c.var.actor, input: issuerId });
    return issuer.ok ? done({ status: 200, body: representIssuer(api.baseUrl, issuer.value) }) : issuer;
  },
);
