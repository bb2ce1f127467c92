import { credentialResourceSchema, issueCredentialSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { issueCredential } from '../../../issuing/credentials/issue-credential.js';
import { withHistory, withoutHistory } from '../../../issuing/monitoring/credential-history.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { idempotencyHeaders, jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representCredential } from '../represent-credential.js';

export const postCredential: Operation = operation(
  {
    method: 'post',
    path: '/v1/achievements/{achievementId}/credentials',
    operationId: 'issueCredential',
    tags: ['Credentials'],
    summary: 'Issue a badge',
    description:
      'Pins the evidence, signs the badge in both forms and answers when it is durable. With an `Idempotency-Key`, the same request again gets the same badge with 200.',
    scope: 'credentials:write',
    request: { params: z.object({ achievementId: uuid }), headers: idempotencyHeaders, body: jsonBody(issueCredentialSchema) },
    responses: {
      201: jsonAnswer('The new badge.', credentialResourceSchema, { Location: 'Its address in this API.' }),
      200: jsonAnswer('The badge that an earlier request with this `Idempotency-Key` made.', credentialResourceSchema),
    },
    problems: ['not-found', 'gone', 'conflict', 'request-in-progress', 'idempotency-key-reused', 'evidence-required', 'credential-refused'],
  },
  async (deps, c) => {
    const { achievementId } = c.req.valid('param');
    const body = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['Idempotency-Key'] ?? null;
    const issued = await issueCredential(deps, { actor: c.var.actor, input: { achievementId, body, idempotencyKey } });
    if (!issued.ok) return issued;
    const { credential, replayed } = issued.value;
    return done({
      status: replayed ? 200 : 201,
      body: representCredential(
        deps.baseUrl,
        deps.clock.now(),
        replayed ? await withHistory(deps, credential) : withoutHistory(credential),
      ),
      headers: { location: `${deps.baseUrl}/v1/credentials/${credential.id}` },
    });
  },
);
