import { assessmentSchema, endorseAssessedSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representAssessment } from './represent-assessment.js';

export const postAssessmentEndorse: Operation = operation(
  {
    method: 'post',
    path: '/v1/assessments/{assessmentId}/endorse',
    operationId: 'endorseAssessed',
    tags: ['Assessments'],
    summary: 'Endorse a badge that waits',
    description:
      'Signs an endorsement in the name of the person who has signed in. It says at which domain the address is that they proved to this service by a link that was mailed to it, which no endorsement says that an API key asks for. Nobody endorses what they issued or asked for themselves.',
    scope: 'person',
    roles: ['owner', 'issuer', 'assessor'],
    audit: 'endorsement.added',
    request: { params: z.object({ assessmentId: uuid }), body: jsonBody(endorseAssessedSchema) },
    responses: { 200: jsonAnswer('The assessment, decided.', assessmentSchema) },
    problems: ['not-found', 'gone', 'conflict', 'credential-refused', 'issuer-suspended'],
  },
  async (api, c) => {
    const { assessmentId } = c.req.valid('param');
    const { comment } = c.req.valid('json');
    const decided = await api.useCases.endorseAssessed({ actor: c.var.actor, input: { assessmentId, comment } });
    return decided.ok ? done({ status: 200, body: representAssessment(api.baseUrl, api.now(), decided.value) }) : decided;
  },
);
