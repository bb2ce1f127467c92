import { type CheckEvidence, checkEvidenceSchema, evidenceCheckSchema } from '@proofmark/schemas/api';
import { checkEvidence } from '../../../issuing/evidence/check-evidence.js';
import { checkWork } from '../../../issuing/monitoring/recheck-now.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';

export const postEvidenceCheck: Endpoint = endpoint<CheckEvidence>({
  method: 'post',
  path: '/v1/evidence/check',
  operationId: 'checkEvidence',
  tag: 'Evidence',
  summary: 'Try links before issuing, or look at the work of a badge again',
  description:
    'What pinning finds about each link and, with an achievement, whether its policy would be met. Nothing is stored. With a `credentialId` instead, the work of that badge is looked at now; that look is kept in its work log like those of the schedule.',
  scope: 'credentials:write',
  body: checkEvidenceSchema,
  successes: { 200: { description: 'What was found.', schema: evidenceCheckSchema } },
  problems: ['not-found', 'gone'],
  async handle(deps, { actor, body }) {
    const { credentialId, ...links } = body;
    const found =
      credentialId === undefined
        ? await checkEvidence(deps, { actor, input: links })
        : await checkWork(deps, { actor, input: credentialId });
    return found.ok ? done({ status: 200, body: found.value }) : found;
  },
});
