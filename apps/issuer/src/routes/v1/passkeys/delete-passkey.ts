import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { uuid } from '../http/shapes.js';

export const deletePasskeyOperation: Operation = operation(
  {
    method: 'delete',
    path: '/v1/passkeys/{passkeyId}',
    operationId: 'deletePasskey',
    tags: ['People'],
    summary: 'Delete a passkey',
    description: 'It signs nobody in any more, at once. Sessions that it began go on: end those apart.',
    scope: 'person',
    audit: 'passkey.deleted',
    request: { params: z.object({ passkeyId: uuid }) },
    responses: { 204: { description: 'It is deleted.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const gone = await api.useCases.deletePasskey({ actor: c.var.actor, input: c.req.valid('param').passkeyId });
    return gone.ok ? done({ status: 204 }) : gone;
  },
);
