import { credentialSummarySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';

export const postResume: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/resume',
    operationId: 'resumeCredential',
    tags: ['Credentials'],
    summary: 'Lift the suspension of a badge',
    description: 'The badge counts again as before. For one that is not suspended, nothing changes. A revoked badge is refused.',
    scope: 'credentials:suspend',
    audit: 'credential.resumed',
    request: { params: z.object({ credentialId: uuid }) },
    responses: { 200: jsonAnswer('The badge.', credentialSummarySchema) },
    problems: ['not-found', 'gone', 'conflict', 'unavailable'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const credential = await api.useCases.resumeCredential({ actor: c.var.actor, input: { credentialId } });
    if (!credential.ok) return credential;
    return done({ status: 200, body: representCredentialSummary(api.baseUrl, api.now(), credential.value) });
  },
);
