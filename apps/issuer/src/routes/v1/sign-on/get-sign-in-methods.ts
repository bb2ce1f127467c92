import { signInMethodsSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';

export const getSignInMethodsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/sign-in-methods',
    operationId: 'getSignInMethods',
    tags: ['People'],
    summary: 'See by what people sign in here',
    description:
      'Whether any organisation of this service signs its people in by a provider of its own. Which one does, the answer does not tell.',
    scope: 'public',
    responses: { 200: jsonAnswer('The ways besides links.', signInMethodsSchema) },
  },
  async (api) => {
    const methods = await api.useCases.getSignInMethods();
    return methods.ok ? done({ status: 200, body: methods.value }) : methods;
  },
);
