import { credentialResourceSchema, issueCredentialSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { idempotencyHeaders, jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { issuedAnswer } from '../represent-credential.js';

export const postCredential: Operation = operation(
  {
    method: 'post',
    path: '/v1/achievements/{achievementId}/credentials',
    operationId: 'issueCredential',
    tags: ['Credentials'],
    summary: 'Issue a badge',
    description:
      'Pins the evidence, signs the badge in both forms and answers when it is durable. With an `Idempotency-Key`, the same request again gets the same badge with 200.',
    scope: 'credentials:issue',
    audit: 'credential.issued',
    request: { params: z.object({ achievementId: uuid }), headers: idempotencyHeaders, body: jsonBody(issueCredentialSchema) },
    responses: {
      201: jsonAnswer('The new badge.', credentialResourceSchema, { Location: 'Its address in this API.' }),
      200: jsonAnswer(
        'The badge that an earlier request with this `Idempotency-Key` made, or that the person has, with `onDuplicate` as `return`.',
        credentialResourceSchema,
      ),
    },
    problems: [
      'not-found',
      'gone',
      'conflict',
      'already-issued',
      'request-in-progress',
      'idempotency-key-reused',
      'evidence-required',
      'evidence-not-seen',
      'credential-refused',
    ],
  },
  async (api, c) => {
    const { achievementId } = c.req.valid('param');
    const body = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['Idempotency-Key'] ?? null;
    const issued = await api.useCases.issueCredential({ actor: c.var.actor, input: { achievementId, body, idempotencyKey } });
    return issued.ok ? done(issuedAnswer(api.baseUrl, api.now(), issued.value)) : issued;
  },
);
