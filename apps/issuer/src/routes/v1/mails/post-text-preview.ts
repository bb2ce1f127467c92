import { mailPreviewSchema, tryMailTextSchema } from '@proofmark/schemas/api';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, optionalJsonBody } from '../http/shapes.js';
import { mailTextParameters } from './mail-text-parameters.js';

export const postMailTextPreview: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/mail-texts/{kind}/{language}/preview',
    operationId: 'previewMailText',
    tags: ['Mail'],
    summary: 'See how a mail looks',
    description: 'With made-up names: as `text` says, or as it is now where that is absent. Nothing is stored or sent.',
    scope: 'credentials:read',
    audit: { none: 'Nothing is changed.' },
    request: { params: mailTextParameters, body: optionalJsonBody(tryMailTextSchema) },
    responses: { 200: jsonAnswer('The mail.', mailPreviewSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const input = { ...c.req.valid('param'), text: c.req.valid('json').text ?? null };
    const preview = await api.useCases.previewMailText({ actor: c.var.actor, input });
    return preview.ok ? done({ status: 200, body: preview.value }) : preview;
  },
);
