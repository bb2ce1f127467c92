import { mailTextResourceSchema, mailTextSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody } from '../http/shapes.js';
import { mailTextParameters } from './mail-text-parameters.js';

export const putMailText: Operation = operation(
  {
    method: 'put',
    path: '/v1/issuers/{issuerId}/mail-texts/{kind}/{language}',
    operationId: 'updateMailText',
    tags: ['Mail'],
    summary: 'Write what a mail says',
    description:
      'In your own words, as plain text: `{learner}`, `{badge}` and `{issuer}` stand for names. The service makes the HTML of it, and adds the link, how long it works, and for whom the mail was sent.',
    scope: 'issuers:write',
    audit: 'issuer.mail-text-changed',
    request: { params: mailTextParameters, body: jsonBody(mailTextSchema) },
    responses: { 200: jsonAnswer('The text that is used now.', mailTextResourceSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), text: c.req.valid('json') };
    const text = await api.useCases.updateMailText({ actor: c.var.actor, input });
    return text.ok ? done({ status: 200, body: text.value }) : text;
  },
);
