import { issuanceJobSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representJob } from './represent.js';

export const getIssuanceJobOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuance-jobs/{jobId}',
    operationId: 'getIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Read how far a job is',
    description: 'A job is kept for 30 days after its end.',
    scope: 'credentials:issue',
    request: { params: z.object({ jobId: uuid }) },
    responses: { 200: jsonAnswer('The job.', issuanceJobSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const job = await api.useCases.getJob({ actor: c.var.actor, input: c.req.valid('param').jobId });
    return job.ok ? done({ status: 200, body: representJob(job.value) }) : job;
  },
);
