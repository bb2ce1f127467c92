import { revokeSigningKeySchema, signingKeySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, optionalJsonBody, uuid } from '../http/shapes.js';
import { representSigningKey } from '../represent.js';

/** The JWK thumbprint of a key (RFC 7638). */
const keyId = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const postKeyRevoke: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/keys/{keyId}/revoke',
    operationId: 'revokeSigningKey',
    tags: ['Signing keys'],
    summary: 'Revoke a signing key',
    description:
      'For a key that was stolen or lost, for good. The DID document and the key sets say so from the next request on, and verifiers no longer believe what the key signed, of any date. An active key gets a successor first; status lists and domain linkages are signed anew. Again changes nothing: the first time and reason stay.',
    scope: 'keys:write',
    audit: 'signing-key.revoked',
    request: { params: z.object({ issuerId: uuid, keyId }), body: optionalJsonBody(revokeSigningKeySchema) },
    responses: { 200: jsonAnswer('The revoked key.', signingKeySchema) },
    problems: ['not-found', 'too-many-requests'],
  },
  async (api, c) => {
    const { issuerId, keyId } = c.req.valid('param');
    const key = await api.useCases.revokeSigningKey({ actor: c.var.actor, input: { issuerId, keyId, ...c.req.valid('json') } });
    return key.ok ? done({ status: 200, body: representSigningKey(key.value) }) : key;
  },
);
