import { credentialSummarySchema, suspendCredentialSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, optionalJsonBody, uuid } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';

export const postSuspend: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/suspend',
    operationId: 'suspendCredential',
    tags: ['Credentials'],
    summary: 'Suspend a badge',
    description:
      'For now: `resume` puts it in force again. Proofmark’s verifiers say that it does not count, with the reason; most others do not see a suspension. Again changes nothing: the reason and date stay. A revoked badge is refused.',
    scope: 'credentials:suspend',
    audit: 'credential.suspended',
    request: { params: z.object({ credentialId: uuid }), body: optionalJsonBody(suspendCredentialSchema) },
    responses: { 200: jsonAnswer('The suspended badge.', credentialSummarySchema) },
    problems: ['not-found', 'gone', 'conflict', 'unavailable'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const credential = await api.useCases.suspendCredential({ actor: c.var.actor, input: { credentialId, reason } });
    if (!credential.ok) return credential;
    return done({ status: 200, body: representCredentialSummary(api.baseUrl, api.now(), credential.value) });
  },
);
