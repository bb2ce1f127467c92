import { correctionSchema, decideCorrectionSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representCorrection } from './represent-correction.js';

export const postCorrectionDecide: Operation = operation(
  {
    method: 'post',
    path: '/v1/corrections/{correctionId}/decide',
    operationId: 'decideCorrection',
    tags: ['Credentials'],
    summary: 'Agree to what a learner wants corrected, or not',
    description:
      'With `accept`, the badge is corrected as by `correctCredential`: a new one says what the learner proposed, and the old one is withdrawn. What was proposed is forgotten either way. Again with the same decision changes nothing; another one is refused.',
    scope: 'credentials:issue',
    // The old badge is withdrawn.
    alsoScope: { member: null, scope: 'credentials:revoke' },
    audit: 'correction.decided',
    request: { params: z.object({ correctionId: uuid }), body: jsonBody(decideCorrectionSchema) },
    responses: { 200: jsonAnswer('The decided correction.', correctionSchema) },
    problems: ['not-found', 'gone', 'conflict', 'request-in-progress', 'credential-refused'],
  },
  async (api, c) => {
    const { correctionId } = c.req.valid('param');
    const { accept } = c.req.valid('json');
    const decided = await api.useCases.decideCorrection({ actor: c.var.actor, input: { correctionId, accept } });
    return decided.ok ? done({ status: 200, body: representCorrection(decided.value) }) : decided;
  },
);
