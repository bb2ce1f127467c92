import { credentialResourceSchema, type IssueCredential, issueCredentialSchema } from '@proofmark/schemas/api';
import { issueCredential } from '../../../issuing/credentials/issue-credential.js';
import { lifeOf, newLife } from '../../../issuing/monitoring/credential-history.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representCredential } from '../represent.js';

export const postCredential: Endpoint = endpoint<IssueCredential>({
  method: 'post',
  path: '/v1/achievements/{achievementId}/credentials',
  operationId: 'issueCredential',
  tag: 'Credentials',
  summary: 'Issue a badge',
  description:
    'Pins the evidence, signs the badge in both forms and answers when it is durable. With an `Idempotency-Key`, the same request again gets the same badge with 200.',
  scope: 'credentials:write',
  body: issueCredentialSchema,
  takesIdempotencyKey: true,
  successes: {
    201: { description: 'The new badge.', schema: credentialResourceSchema, headers: { Location: 'Its address in this API.' } },
    200: { description: 'The badge that an earlier request with this `Idempotency-Key` made.', schema: credentialResourceSchema },
  },
  problems: ['not-found', 'gone', 'conflict', 'request-in-progress', 'idempotency-key-reused', 'evidence-required', 'credential-refused'],
  async handle(deps, { actor, ids: [achievementId], body, idempotencyKey }) {
    const issued = await issueCredential(deps, { actor, input: { achievementId, body, idempotencyKey } });
    if (!issued.ok) return issued;
    const { credential, replayed } = issued.value;
    return done({
      status: replayed ? 200 : 201,
      body: representCredential(deps.baseUrl, deps.clock.now(), replayed ? await lifeOf(deps, credential) : newLife(credential)),
      headers: { location: `${deps.baseUrl}/v1/credentials/${credential.id}` },
    });
  },
});
