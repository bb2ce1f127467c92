import { issuanceJobSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representJob } from './represent.js';

export const postCancel: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuance-jobs/{jobId}/cancel',
    operationId: 'cancelIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Cancel a job',
    description: 'Rows that were not begun are no badges; those that are done stay. Again changes nothing. `resume` goes on with it.',
    scope: 'credentials:issue',
    audit: 'issuance-job.cancelled',
    request: { params: z.object({ jobId: uuid }) },
    responses: { 200: jsonAnswer('The job.', issuanceJobSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const job = await api.useCases.cancelJob({ actor: c.var.actor, input: c.req.valid('param').jobId });
    return job.ok ? done({ status: 200, body: representJob(job.value) }) : job;
  },
);
