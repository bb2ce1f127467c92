import { assessmentSchema, listAssessmentsQuerySchema, pageOf } from '@proofmark/schemas/api';
import { type Operation, operation } from '../http/operation.js';
import { paged } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';
import { representAssessment } from './represent-assessment.js';

export const listAssessmentsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/assessments',
    operationId: 'listAssessments',
    tags: ['Assessments'],
    summary: 'List the badges that wait for an assessor',
    description:
      'The queue of the assessors: badges that want a second pair of eyes, because their achievement says so or somebody asked; with `state`, what was decided. A badge is valid while it waits; one that was withdrawn waits no more.',
    scope: 'credentials:endorse',
    // It tells of badges what only who may read them is told: a key that brings endorsements need not know.
    alsoScope: { member: null, scope: 'credentials:read' },
    request: { query: listAssessmentsQuerySchema },
    responses: { 200: jsonAnswer('A page.', pageOf('AssessmentPage', assessmentSchema), { Link: 'The next page, `rel="next"`.' }) },
  },
  (api, c) => {
    const query = c.req.valid('query');
    const { issuer: issuerId = null, credential: credentialId = null, order = 'oldest' } = query;
    const state = query.state ?? (credentialId === null ? 'waiting' : null);
    return paged(
      { query, url: c.req.url },
      api.baseUrl,
      (page) => api.useCases.listAssessments({ actor: c.var.actor, input: { issuerId, credentialId, state, page: { ...page, order } } }),
      (one) => representAssessment(api.baseUrl, api.now(), one),
    );
  },
);
