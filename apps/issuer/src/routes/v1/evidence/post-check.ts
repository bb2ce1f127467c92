import { type CheckEvidence, checkEvidenceSchema, evidenceCheckSchema } from '@proofmark/schemas/api';
import { checkEvidence } from '../../../issuing/check-evidence.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';

export const postEvidenceCheck: Endpoint = endpoint<CheckEvidence>({
  method: 'post',
  path: '/v1/evidence/check',
  operationId: 'checkEvidence',
  tag: 'Evidence',
  summary: 'Try links before issuing',
  description: 'What pinning finds about each link and, with an achievement, whether its policy would be met. Nothing is stored.',
  scope: 'credentials:write',
  body: checkEvidenceSchema,
  successes: { 200: { description: 'What was found.', schema: evidenceCheckSchema } },
  problems: ['not-found'],
  async handle(deps, { actor, body }) {
    const found = await checkEvidence(deps, { actor, input: body });
    return found.ok ? done({ status: 200, body: found.value }) : found;
  },
});
