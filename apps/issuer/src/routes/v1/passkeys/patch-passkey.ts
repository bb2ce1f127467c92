import { passkeySchema, updatePasskeySchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representPasskey } from './represent-passkey.js';

export const patchPasskey: Operation = operation(
  {
    method: 'patch',
    path: '/v1/passkeys/{passkeyId}',
    operationId: 'updatePasskey',
    tags: ['People'],
    summary: 'Rename a passkey',
    description: 'Only its name can change.',
    scope: 'person',
    audit: 'passkey.renamed',
    request: { params: z.object({ passkeyId: uuid }), body: jsonBody(updatePasskeySchema) },
    responses: { 200: jsonAnswer('The passkey.', passkeySchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const input = { id: c.req.valid('param').passkeyId, name: c.req.valid('json').name };
    const renamed = await api.useCases.renamePasskey({ actor: c.var.actor, input });
    return renamed.ok ? done({ status: 200, body: representPasskey(renamed.value) }) : renamed;
  },
);
