import { credentialSummarySchema, type RevokeCredential, revokeCredentialSchema } from '@proofmark/schemas/api';
import { revokeCredential } from '../../../issuing/credentials/revoke-credential.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representCredentialSummary } from '../represent.js';

export const postRevoke: Endpoint = endpoint<RevokeCredential>({
  method: 'post',
  path: '/v1/credentials/{credentialId}/revoke',
  operationId: 'revokeCredential',
  tag: 'Credentials',
  summary: 'Withdraw a badge',
  description: 'For good. The signed status list says so when this answers. Again changes nothing: the first reason and date stay.',
  scope: 'credentials:write',
  body: revokeCredentialSchema,
  bodyOptional: true,
  successes: { 200: { description: 'The withdrawn badge.', schema: credentialSummarySchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [credentialId], body }) {
    const credential = await revokeCredential(deps, { actor, input: { credentialId, reason: body.reason } });
    if (!credential.ok) return credential;
    return done({ status: 200, body: representCredentialSummary(deps.baseUrl, deps.clock.now(), credential.value) });
  },
});
