import { checkEvidenceSchema, evidenceCheckSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';

export const postEvidenceCheck: Operation = operation(
  {
    method: 'post',
    path: '/v1/evidence/check',
    operationId: 'checkEvidence',
    tags: ['Evidence'],
    summary: 'Try links before issuing, or look at the work of a badge again',
    description:
      'What pinning finds about each link and, with an achievement, whether its policy would be met. Nothing is stored. With a `credentialId` instead, the work of that badge is looked at now; that look is kept in its work log like those of the schedule.',
    scope: 'credentials:issue',
    audit: { none: 'nothing is changed; what a recheck of a badge found stands in its evidence log' },
    request: { body: jsonBody(checkEvidenceSchema) },
    responses: { 200: jsonAnswer('What was found.', evidenceCheckSchema) },
    problems: ['not-found', 'gone'],
  },
  async (api, c) => {
    const body = c.req.valid('json');
    const { credentialId, ...links } = body;
    const found =
      credentialId === undefined
        ? await api.useCases.checkEvidence({ actor: c.var.actor, input: links })
        : await api.useCases.recheckNow({ actor: c.var.actor, input: credentialId });
    return found.ok ? done({ status: 200, body: found.value }) : found;
  },
);
