import { credentialSummarySchema, revokeCredentialSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';

export const postRevoke: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/revoke',
    operationId: 'revokeCredential',
    tags: ['Credentials'],
    summary: 'Withdraw a badge',
    description:
      'For good. The signed status list says so when this answers. Again changes nothing: the first reason and date stay. `confirm` says that it is meant; `suspend` is for what may be lifted.',
    scope: 'credentials:revoke',
    audit: 'credential.revoked',
    request: { params: z.object({ credentialId: uuid }), body: jsonBody(revokeCredentialSchema) },
    responses: { 200: jsonAnswer('The withdrawn badge.', credentialSummarySchema) },
    problems: ['not-found', 'unavailable'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const body = c.req.valid('json');
    const credential = await api.useCases.revokeCredential({ actor: c.var.actor, input: { credentialId, reason: body.reason } });
    if (!credential.ok) return credential;
    return done({ status: 200, body: representCredentialSummary(api.baseUrl, api.now(), credential.value) });
  },
);
