import { mailTextResourceSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';
import { mailTextParameters } from './mail-text-parameters.js';

export const getMailTextOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/mail-texts/{kind}/{language}',
    operationId: 'getMailText',
    tags: ['Mail'],
    summary: 'Read what a mail says',
    scope: 'credentials:read',
    request: { params: mailTextParameters },
    responses: { 200: jsonAnswer('The text that is used now.', mailTextResourceSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const text = await api.useCases.getMailText({ actor: c.var.actor, input: c.req.valid('param') });
    return text.ok ? done({ status: 200, body: text.value }) : text;
  },
);
