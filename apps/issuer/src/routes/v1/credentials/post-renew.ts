import { credentialResourceSchema, renewCredentialSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { idempotencyHeaders, jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { issuedAnswer } from '../represent-credential.js';

export const postRenew: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/renew',
    operationId: 'renewCredential',
    tags: ['Credentials'],
    summary: 'Renew a badge',
    description:
      'Issues a new badge of the same achievement, as it is defined now, to the same person, over new evidence. The old badge stays as it is, and each leads to the other. A badge that was withdrawn, erased or renewed already answers 409. With an `Idempotency-Key`, the same request again gets the same badge with 200.',
    scope: 'credentials:issue',
    audit: 'credential.renewed',
    request: { params: z.object({ credentialId: uuid }), headers: idempotencyHeaders, body: jsonBody(renewCredentialSchema) },
    responses: {
      201: jsonAnswer('The new badge.', credentialResourceSchema, {
        Location: 'Its address in this API.',
        Link: 'The badge that it renews, `rel="predecessor-version"`.',
      }),
      200: jsonAnswer('The badge that an earlier request with this `Idempotency-Key` made.', credentialResourceSchema),
    },
    problems: [
      'not-found',
      'gone',
      'conflict',
      'request-in-progress',
      'idempotency-key-reused',
      'evidence-required',
      'evidence-not-seen',
      'credential-refused',
    ],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const body = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['Idempotency-Key'] ?? null;
    const issued = await api.useCases.renewCredential({ actor: c.var.actor, input: { credentialId, body, idempotencyKey } });
    return issued.ok ? done(issuedAnswer(api.baseUrl, api.now(), issued.value)) : issued;
  },
);
