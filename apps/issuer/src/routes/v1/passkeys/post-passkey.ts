import { createPasskeySchema, passkeySchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { representPasskey } from './represent-passkey.js';

export const postPasskey: Operation = operation(
  {
    method: 'post',
    path: '/v1/passkeys',
    operationId: 'createPasskey',
    tags: ['People'],
    summary: 'Add a passkey',
    description:
      'What the browser made, with a name for it. It signs the person in from then on. A person has twenty at most. When an address is proven for the first time, passkeys that were added before end.',
    scope: 'person',
    audit: 'passkey.created',
    request: { body: jsonBody(createPasskeySchema) },
    responses: { 201: jsonAnswer('The passkey.', passkeySchema) },
    problems: ['conflict'],
  },
  async (api, c) => {
    const made = await api.useCases.addPasskey({ actor: c.var.actor, input: c.req.valid('json') });
    return made.ok ? done({ status: 201, body: representPasskey(made.value) }) : made;
  },
);
