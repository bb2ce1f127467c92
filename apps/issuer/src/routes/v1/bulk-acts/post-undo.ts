import { bulkActSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representBulkAct } from './represent.js';

export const postBulkActUndo: Operation = operation(
  {
    method: 'post',
    path: '/v1/bulk-acts/{actId}/undo',
    operationId: 'undoBulkAct',
    tags: ['Credentials'],
    summary: 'Undo what was done to many badges at once',
    description:
      'Within ten minutes: the badges that the act suspended are in force again, and are not revoked. Those that somebody has resumed or suspended anew since stay as they are. Again changes nothing.',
    scope: 'credentials:suspend',
    audit: 'bulk-act.undone',
    request: { params: z.object({ actId: uuid }) },
    responses: { 200: jsonAnswer('The act.', bulkActSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const act = await api.useCases.undoBulkAct({ actor: c.var.actor, input: c.req.valid('param').actId });
    return act.ok ? done({ status: 200, body: representBulkAct(act.value) }) : act;
  },
);
