import { claimCountsQuerySchema, claimCountsSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';

export const getClaims: Operation = operation(
  {
    method: 'get',
    path: '/v1/claims',
    operationId: 'countClaims',
    tags: ['Credentials'],
    summary: 'Count claimed and unclaimed badges',
    description:
      'Of those that were neither withdrawn nor erased. `listCredentials` with `claimed=no` lists those that nobody has claimed.',
    scope: 'credentials:read',
    request: { query: claimCountsQuerySchema },
    responses: { 200: jsonAnswer('How many there are.', claimCountsSchema) },
  },
  async (api, c) => {
    const { issuer = null, achievement = null } = c.req.valid('query');
    const counted = await api.useCases.countClaims({ actor: c.var.actor, input: { issuerId: issuer, achievementId: achievement } });
    return counted.ok ? done({ status: 200, body: counted.value }) : counted;
  },
);
