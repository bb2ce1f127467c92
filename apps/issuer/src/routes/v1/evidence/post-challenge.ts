import { createChallengeSchema, evidenceChallengeSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postChallenge: Operation = operation(
  {
    method: 'post',
    path: '/v1/evidence/challenges',
    operationId: 'createEvidenceChallenge',
    tags: ['Evidence'],
    summary: 'Get the texts by which a recipient shows that work is theirs',
    description:
      'One text to put into the repository or on the site of the work, and one to sign with the SSH key of the commits. What is found when the badge is issued stands in its report, by method. Nothing is stored: the same question gets the same answer.',
    scope: 'credentials:issue',
    audit: { none: 'nothing is stored: a challenge is computed' },
    request: { body: jsonBody(createChallengeSchema) },
    responses: { 200: jsonAnswer('The texts.', evidenceChallengeSchema) },
  },
  async (api, c) => {
    const body = c.req.valid('json');
    const given = await api.useCases.createEvidenceChallenge({ actor: c.var.actor, input: body });
    return given.ok ? done({ status: 200, body: given.value }) : given;
  },
);
