import { issuerSchema, suspendIssuerSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representIssuer } from '../represent.js';

export const postSuspendIssuer: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/suspend',
    operationId: 'suspendIssuer',
    tags: ['Issuers'],
    summary: 'Suspend an issuer',
    description:
      'For the operator of the service. Until `resume`, the issuer issues, renews, endorses and sends nothing, and its jobs stand still; reading, exporting, withdrawing and erasing go on. Its pages, those of its badges and its DID document say so, with the reason, which everybody can read. No signature is withdrawn. Again changes nothing: the first time and reason stay.',
    scope: 'admin',
    audit: 'issuer.suspended',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(suspendIssuerSchema) },
    responses: { 200: jsonAnswer('The suspended issuer.', issuerSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const issuer = await api.useCases.suspendIssuer({ actor: c.var.actor, input: { issuerId, reason } });
    return issuer.ok ? done({ status: 200, body: representIssuer(api.baseUrl, issuer.value) }) : issuer;
  },
);
