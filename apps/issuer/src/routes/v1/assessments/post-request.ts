import { askForAssessmentSchema, assessmentSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representAssessment } from './represent-assessment.js';

export const postAssessment: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/assessment',
    operationId: 'requestAssessment',
    tags: ['Assessments'],
    summary: 'Ask for a second pair of eyes',
    description:
      'Puts one badge into the queue of the assessors, also where an earlier assessment was decided. The badge is valid meanwhile, and says of nobody that they vouch for it.',
    scope: 'credentials:issue',
    audit: 'assessment.requested',
    request: { params: z.object({ credentialId: uuid }), body: jsonBody(askForAssessmentSchema) },
    responses: { 201: jsonAnswer('What waits.', assessmentSchema, { Location: 'Where it is read in this API.' }) },
    problems: ['not-found', 'gone', 'conflict', 'issuer-suspended'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const { note = null } = c.req.valid('json');
    const asked = await api.useCases.requestAssessment({ actor: c.var.actor, input: { credentialId, note } });
    if (!asked.ok) return asked;
    const location = `${api.baseUrl}/v1/assessments/${asked.value.id}`;
    return done({ status: 201, body: representAssessment(api.baseUrl, api.now(), asked.value), headers: { location } });
  },
);
