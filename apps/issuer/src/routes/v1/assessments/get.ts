import { assessmentSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representAssessment } from './represent-assessment.js';

export const getAssessmentOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/assessments/{assessmentId}',
    operationId: 'getAssessment',
    tags: ['Assessments'],
    summary: 'Read one assessment',
    description: 'The badge that waits or waited, its work, who asked, and what was decided by whom.',
    scope: 'credentials:endorse',
    // It tells of badges what only who may read them is told: a key that brings endorsements need not know.
    alsoScope: { member: null, scope: 'credentials:read' },
    request: { params: z.object({ assessmentId: uuid }) },
    responses: { 200: jsonAnswer('The assessment.', assessmentSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { assessmentId } = c.req.valid('param');
    const found = await api.useCases.getAssessment({ actor: c.var.actor, input: assessmentId });
    return found.ok ? done({ status: 200, body: representAssessment(api.baseUrl, api.now(), found.value) }) : found;
  },
);
