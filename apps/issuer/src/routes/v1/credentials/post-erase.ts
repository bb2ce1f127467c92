import { credentialSummarySchema, type EraseCredential, eraseCredentialSchema } from '@proofmark/schemas/api';
import { eraseCredential } from '../../../issuing/credentials/erase-credential.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representCredentialSummary } from '../represent.js';

export const postErase: Endpoint = endpoint<EraseCredential>({
  method: 'post',
  path: '/v1/credentials/{credentialId}/erase',
  operationId: 'eraseCredential',
  tag: 'Credentials',
  summary: 'Erase a badge',
  description:
    'For good: the badge, its evidence report, captures, looks and endorsements are removed, and its addresses answer 410. Its id and its place in the status list stay taken. Copies that others have stay genuine, unless `revoke` withdraws the badge as well. Again changes nothing.',
  scope: 'credentials:write',
  body: eraseCredentialSchema,
  bodyOptional: true,
  successes: { 200: { description: 'What is left: ids and dates.', schema: credentialSummarySchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [credentialId], body }) {
    const credential = await eraseCredential(deps, { actor, input: { credentialId, revoke: body.revoke } });
    if (!credential.ok) return credential;
    return done({ status: 200, body: representCredentialSummary(deps.baseUrl, deps.clock.now(), credential.value) });
  },
});
