import { assessmentSchema, sendBackSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representAssessment } from './represent-assessment.js';

export const postAssessmentSendBack: Operation = operation(
  {
    method: 'post',
    path: '/v1/assessments/{assessmentId}/send-back',
    operationId: 'sendBackAssessed',
    tags: ['Assessments'],
    summary: 'Send a badge back to its issuer',
    description:
      'Says that the person who has signed in does not vouch for the badge, and why. The badge stays as it is: its issuer decides what follows. The learner is not told; the reason is in the export of their data.',
    scope: 'person',
    roles: ['owner', 'issuer', 'assessor'],
    audit: 'assessment.sent-back',
    request: { params: z.object({ assessmentId: uuid }), body: jsonBody(sendBackSchema) },
    responses: { 200: jsonAnswer('The assessment, decided.', assessmentSchema) },
    problems: ['not-found', 'gone', 'conflict'],
  },
  async (api, c) => {
    const { assessmentId } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const decided = await api.useCases.sendBack({ actor: c.var.actor, input: { assessmentId, reason } });
    return decided.ok ? done({ status: 200, body: representAssessment(api.baseUrl, api.now(), decided.value) }) : decided;
  },
);
