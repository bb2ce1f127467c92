import { passkeyListSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';
import { representPasskey } from './represent-passkey.js';

export const listPasskeysOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/passkeys',
    operationId: 'listPasskeys',
    tags: ['People'],
    summary: 'List your passkeys',
    description: 'Those with which the person who asks can sign in, the first first.',
    scope: 'person',
    responses: { 200: jsonAnswer('The passkeys.', passkeyListSchema) },
  },
  async (api, c) => {
    const found = await api.useCases.listPasskeys({ actor: c.var.actor, input: null });
    return found.ok ? done({ status: 200, body: { data: found.value.map(representPasskey) } }) : found;
  },
);
