import { bulkActSchema, undoIssuanceJobSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { representBulkAct } from '../bulk-acts/represent.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';

export const postUndoJob: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuance-jobs/{jobId}/undo',
    operationId: 'undoIssuanceJob',
    tags: ['Issuance jobs'],
    summary: 'Take back what a job issued',
    description:
      'Within ten minutes after its end, as long as nobody claimed one of its badges. They are withdrawn for good, with the reason that they were issued by mistake; what is signed is never deleted. `confirm` says that it is meant. Again changes nothing. A job that withdrew earlier badges (`onDuplicate`: `supersede`) cannot be taken back.',
    scope: 'credentials:revoke',
    audit: 'issuance-job.undone',
    request: { params: z.object({ jobId: uuid }), body: jsonBody(undoIssuanceJobSchema) },
    responses: { 202: jsonAnswer('The act, which goes on by itself.', bulkActSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const { jobId } = c.req.valid('param');
    const { claimed } = c.req.valid('json');
    const act = await api.useCases.undoIssuanceJob({ actor: c.var.actor, input: { jobId, claimed } });
    return act.ok ? done({ status: 202, body: representBulkAct(act.value) }) : act;
  },
);
