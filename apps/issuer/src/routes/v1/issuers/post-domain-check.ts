import { type DomainCheck, domainCheckSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import type { CheckedDomain } from '../../../issuing/issuers/check-domain.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';

export const postDomainCheck: Operation = operation(
  {
    method: 'post',
    path: '/v1/issuers/{issuerId}/domains/{domainId}/check',
    operationId: 'checkDomain',
    tags: ['Issuers'],
    summary: 'Ask a domain whether it confirms the issuer',
    description:
      'Fetches what the domain hosts and judges it, as whoever checks a badge does. Nothing is stored: readers ask the domain themselves.',
    scope: 'issuers:write',
    audit: { none: 'nothing changes: the domain is asked' },
    request: { params: z.object({ issuerId: uuid, domainId: uuid }) },
    responses: { 200: jsonAnswer('What the domain says now.', domainCheckSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const checked = await api.useCases.checkDomain({ actor: c.var.actor, input: c.req.valid('param') });
    return checked.ok ? done({ status: 200, body: represent(checked.value) }) : checked;
  },
);

function represent({ answer, at }: CheckedDomain): DomainCheck {
  const checkedAt = at.toISOString();
  switch (answer.kind) {
    case 'proven':
      return { outcome: 'proven', reason: null, checkedAt };
    case 'mismatch':
      return { outcome: 'not-proven', reason: answer.fault, checkedAt };
    case 'unreachable':
      return { outcome: 'not-reached', reason: answer.reason, checkedAt };
    case 'undecided':
      return { outcome: 'not-decided', reason: null, checkedAt };
  }
}
