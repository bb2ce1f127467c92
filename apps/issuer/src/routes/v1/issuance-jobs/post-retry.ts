import { issuanceJobSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representJob } from './represent.js';

export const postRetry: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuance-jobs/{jobId}/retry',
    operationId: 'retryIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Try the refused rows of a job again',
    description:
      'What refused them, such as the evidence policy of the achievement or a private repository, may have changed. Rows that wait are tried at once.',
    scope: 'credentials:issue',
    audit: 'issuance-job.retried',
    request: { params: z.object({ jobId: uuid }) },
    responses: { 200: jsonAnswer('The job.', issuanceJobSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const job = await api.useCases.retryJob({ actor: c.var.actor, input: c.req.valid('param').jobId });
    return job.ok ? done({ status: 200, body: representJob(job.value) }) : job;
  },
);
