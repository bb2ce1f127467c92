import { changedCredentialsSchema, MAX_REVOKED_TOGETHER, resumeCredentialsSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { counted } from './post-suspend-many.js';

export const postResumeMany: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/resume',
    operationId: 'resumeCredentials',
    tags: ['Credentials'],
    summary: 'Lift the suspensions of many badges',
    description: `Up to ${MAX_REVOKED_TOGETHER} at once. Each badge has its own row in the answer, in the order of the request. Again changes nothing.`,
    scope: 'credentials:suspend',
    audit: 'credentials.resumed',
    request: { body: jsonBody(resumeCredentialsSchema) },
    responses: { 200: jsonAnswer('What came of each badge.', changedCredentialsSchema) },
    problems: ['unavailable'],
  },
  async (api, c) => {
    const rows = await api.useCases.resumeCredentials({ actor: c.var.actor, input: c.req.valid('json') });
    return rows.ok ? done({ status: 200, body: counted(rows.value) }) : rows;
  },
);
