import { issuerSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representIssuer } from '../represent.js';

export const postResumeIssuer: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/resume',
    operationId: 'resumeIssuer',
    tags: ['Issuers'],
    summary: 'Lift the suspension of an issuer',
    description: 'For the operator of the service. Its jobs go on where they stood. Of an issuer that is not suspended it changes nothing.',
    scope: 'admin',
    audit: 'issuer.resumed',
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('The issuer.', issuerSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const issuer = await api.useCases.resumeIssuer({ actor: c.var.actor, input: c.req.valid('param').issuerId });
    return issuer.ok ? done({ status: 200, body: representIssuer(api.baseUrl, issuer.value) }) : issuer;
  },
);
