import { retentionSchema, updateRetentionSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';

export const patchRetention: Operation = operation(
  {
    method: 'patch',
    path: '/v1/issuers/{issuerId}/retention',
    operationId: 'updateRetention',
    tags: ['Issuers'],
    summary: 'Change how long things are kept',
    description:
      'JSON Merge Patch (RFC 7396). With a number for `recipientDays`, people whose badges were all withdrawn or have expired are erased after so many days, as `erase` of a recipient does it, and once a day it is looked who they are: `confirm` says that it is meant.',
    scope: 'issuers:write',
    // People are erased then.
    alsoScope: { member: null, scope: 'credentials:erase' },
    audit: 'issuer.retention-changed',
    request: { params: z.object({ issuerId: uuid }), body: jsonBody(updateRetentionSchema) },
    responses: { 200: jsonAnswer('What holds now, in days.', retentionSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { issuerId } = c.req.valid('param');
    const kept = await api.useCases.updateRetention({ actor: c.var.actor, input: { issuerId, changes: c.req.valid('json') } });
    return kept.ok ? done({ status: 200, body: kept.value }) : kept;
  },
);
