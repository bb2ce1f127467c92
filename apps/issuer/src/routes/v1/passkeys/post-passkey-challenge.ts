import { passkeyRequestSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';

export const postPasskeyChallenge: Operation = operation(
  {
    method: 'post',
    path: '/v1/passkeys/challenges',
    operationId: 'createPasskeyChallenge',
    tags: ['People'],
    summary: 'Begin to add a passkey',
    description:
      'What the browser is to make, for `navigator.credentials.create`. It can be answered for five minutes, once, in the session that asked. That session has to have begun within the last fifteen minutes.',
    scope: 'person',
    audit: { none: 'A question changes nothing; the passkey that answers it is recorded.' },
    responses: { 201: jsonAnswer('The question.', passkeyRequestSchema) },
  },
  async (api, c) => {
    const asked = await api.useCases.askForNewPasskey({ actor: c.var.actor, input: null });
    return asked.ok ? done({ status: 201, body: asked.value }) : asked;
  },
);
