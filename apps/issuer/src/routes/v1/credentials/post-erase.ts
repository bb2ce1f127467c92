import { credentialSummarySchema, eraseCredentialSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';

export const postErase: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/erase',
    operationId: 'eraseCredential',
    tags: ['Credentials'],
    summary: 'Erase a badge',
    description:
      'For good: the badge, its evidence report, captures, looks and endorsements are removed, and its addresses answer 410. Its id and its place in the status list stay taken. Copies that others have stay genuine, unless `revoke` withdraws the badge as well. Again changes nothing. `confirm` says that it is meant.',
    scope: 'credentials:erase',
    alsoScope: { member: 'revoke', scope: 'credentials:revoke' },
    audit: 'credential.erased',
    request: { params: z.object({ credentialId: uuid }), body: jsonBody(eraseCredentialSchema) },
    responses: { 200: jsonAnswer('What is left: ids and dates.', credentialSummarySchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const body = c.req.valid('json');
    const credential = await api.useCases.eraseCredential({ actor: c.var.actor, input: { credentialId, revoke: body.revoke } });
    if (!credential.ok) return credential;
    return done({ status: 200, body: representCredentialSummary(api.baseUrl, api.now(), credential.value) });
  },
);
