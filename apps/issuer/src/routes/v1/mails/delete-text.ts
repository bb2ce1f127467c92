import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { mailTextParameters } from './mail-text-parameters.js';

export const deleteMailText: Operation = operation(
  {
    method: 'delete',
    path: '/v1/issuers/{issuerId}/mail-texts/{kind}/{language}',
    operationId: 'resetMailText',
    tags: ['Mail'],
    summary: 'Go back to our text of a mail',
    scope: 'issuers:write',
    audit: 'issuer.mail-text-changed',
    request: { params: mailTextParameters },
    responses: { 204: { description: 'The text of the service is used.' } },
    problems: ['not-found'],
  },
  async (api, c) => {
    const reset = await api.useCases.resetMailText({ actor: c.var.actor, input: c.req.valid('param') });
    return reset.ok ? done({ status: 204 }) : reset;
  },
);
