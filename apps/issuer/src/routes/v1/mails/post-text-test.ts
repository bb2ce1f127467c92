import { mailTestSchema, tryMailTextSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, optionalJsonBody } from '../http/shapes.js';
import { mailTextParameters } from './mail-text-parameters.js';

export const postMailTextTest: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/mail-texts/{kind}/{language}/test',
    operationId: 'testMailText',
    tags: ['Mail'],
    summary: 'Send a mail to yourself',
    description: 'As `previewMailText`, to your own address, once you have proven it by a link in a mail. Its link leads nowhere.',
    scope: 'person',
    roles: ['owner'],
    audit: { none: 'Nothing is changed.' },
    request: { params: mailTextParameters, body: optionalJsonBody(tryMailTextSchema) },
    responses: { 200: jsonAnswer('What the server said.', mailTestSchema) },
    problems: ['not-found', 'conflict', 'unavailable'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), text: c.req.valid('json').text ?? null };
    const sent = await api.useCases.testMailText({ actor: c.var.actor, input });
    return sent.ok ? done({ status: 200, body: sent.value }) : sent;
  },
);
