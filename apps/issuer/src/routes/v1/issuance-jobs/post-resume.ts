import { issuanceJobSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representJob } from './represent.js';

export const postResume: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuance-jobs/{jobId}/resume',
    operationId: 'resumeIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Go on with a job that was cancelled',
    description: 'The rows that were not begun are issued. For a job that goes on already, nothing changes.',
    scope: 'credentials:issue',
    audit: 'issuance-job.resumed',
    request: { params: z.object({ jobId: uuid }) },
    responses: { 200: jsonAnswer('The job.', issuanceJobSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const job = await api.useCases.resumeJob({ actor: c.var.actor, input: c.req.valid('param').jobId });
    return job.ok ? done({ status: 200, body: representJob(job.value) }) : job;
  },
);
