import { type CreateChallenge, createChallengeSchema, evidenceChallengeSchema } from '@proofmark/schemas/api';
import { giveChallenge } from '../../../issuing/evidence/give-challenge.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';

export const postChallenge: Endpoint = endpoint<CreateChallenge>({
  method: 'post',
  path: '/v1/evidence/challenges',
  operationId: 'createEvidenceChallenge',
  tag: 'Evidence',
  summary: 'Get the texts by which a recipient shows that work is theirs',
  description:
    'One text to put into the repository or on the site of the work, and one to sign with the SSH key of the commits. What is found when the badge is issued stands in its report, by method. Nothing is stored: the same question gets the same answer.',
  scope: 'credentials:write',
  body: createChallengeSchema,
  successes: { 200: { description: 'The texts.', schema: evidenceChallengeSchema } },
  async handle(deps, { actor, body }) {
    const given = await giveChallenge(deps, { actor, input: body });
    return given.ok ? done({ status: 200, body: given.value }) : given;
  },
});
