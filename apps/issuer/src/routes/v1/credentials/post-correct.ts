import { correctCredentialSchema, credentialResourceSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { idempotencyHeaders, jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { issuedAnswer } from '../represent-credential.js';

export const postCorrect: Operation = operation(
  {
    method: 'post',
    path: '/v1/credentials/{credentialId}/correct',
    operationId: 'correctCredential',
    tags: ['Credentials'],
    summary: 'Correct whose badge it is',
    description:
      'Issues a badge with the right name or address, and withdraws the old one for good, both or neither. The new badge says all else that the old one says: what was earned and when, results, dates, and the work, which is not read again. Each leads to the other, and whoever checks the old one is told that another stands in its place. Endorsements stay with the old badge. A badge that is suspended, withdrawn, erased or was renewed answers 409. With an `Idempotency-Key`, the same request again gets the same badge with 200.',
    scope: 'credentials:issue',
    // The old badge is withdrawn.
    alsoScope: { member: null, scope: 'credentials:revoke' },
    audit: 'credential.corrected',
    request: { params: z.object({ credentialId: uuid }), headers: idempotencyHeaders, body: jsonBody(correctCredentialSchema) },
    responses: {
      201: jsonAnswer('The new badge.', credentialResourceSchema, {
        Location: 'Its address in this API.',
        Link: 'The badge that it corrects, `rel="predecessor-version"`.',
      }),
      200: jsonAnswer('The badge that an earlier request with this `Idempotency-Key` made.', credentialResourceSchema),
    },
    problems: ['not-found', 'gone', 'conflict', 'request-in-progress', 'idempotency-key-reused', 'credential-refused'],
  },
  async (api, c) => {
    const { credentialId } = c.req.valid('param');
    const body = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['Idempotency-Key'] ?? null;
    const issued = await api.useCases.correctCredential({ actor: c.var.actor, input: { credentialId, body, idempotencyKey } });
    return issued.ok ? done(issuedAnswer(api.baseUrl, api.now(), issued.value)) : issued;
  },
);
