import { type RotateSigningKey, rotateSigningKeySchema, signingKeySchema } from '@proofmark/schemas/api';
import { rotateSigningKey } from '../../../issuing/issuers/rotate-signing-key.js';
import { done } from '../../../issuing/result.js';
import { type Endpoint, endpoint } from '../http/endpoint.js';
import { representSigningKey } from '../represent.js';

export const postKey: Endpoint = endpoint<RotateSigningKey>({
  method: 'post',
  path: '/v1/issuers/{issuerId}/keys',
  operationId: 'rotateSigningKey',
  tag: 'Signing keys',
  summary: 'Rotate a signing key',
  description: 'Makes a new key the active one of its algorithm. The old key is retired, stays published, and its badges stay valid.',
  scope: 'keys:write',
  body: rotateSigningKeySchema,
  successes: { 201: { description: 'The new key.', schema: signingKeySchema } },
  problems: ['not-found'],
  async handle(deps, { actor, ids: [issuerId], body }) {
    const key = await rotateSigningKey(deps, { actor, input: { issuerId, algorithm: body.algorithm } });
    return key.ok ? done({ status: 201, body: representSigningKey(key.value) }) : key;
  },
});
