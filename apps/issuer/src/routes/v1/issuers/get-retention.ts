import { retentionSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';

export const getRetentionOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/retention',
    operationId: 'getRetention',
    tags: ['Issuers'],
    summary: 'Read how long things are kept',
    scope: null,
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('In days.', retentionSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const kept = await api.useCases.getRetention({ actor: c.var.actor, input: c.req.valid('param').issuerId });
    return kept.ok ? done({ status: 200, body: kept.value }) : kept;
  },
);
