import { type AuditEntry, auditEntrySchema, listOrganisationLogQuerySchema, type Page, pageOf } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { limitOf, nextLink } from '../http/paging.js';
import { jsonAnswer, uuid } from '../http/shapes.js';

export const listOrganisationLogOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/organisations/{organisationId}/audit-log',
    operationId: 'listOrganisationLog',
    tags: ['People'],
    summary: 'Read who changed an organisation',
    description:
      'Who invited whom, joined, was taken out or got another role, and how people sign in; oldest first, or newest first. These are entries of the log of the service, of which the other ones are left out: so their numbers have gaps, and the chain can be checked in that log alone.',
    scope: 'person',
    roles: ['owner'],
    request: { params: z.object({ organisationId: uuid }), query: listOrganisationLogQuerySchema },
    responses: {
      200: jsonAnswer('A page.', pageOf('OrganisationLogPage', auditEntrySchema), { Link: 'The next page, `rel="next"`.' }),
    },
    problems: ['not-found'],
  },
  async (api, c) => {
    const query = c.req.valid('query');
    const limit = limitOf(query);
    const times = {
      since: query.since === undefined ? null : new Date(query.since),
      until: query.until === undefined ? null : new Date(query.until),
    };
    const filter = {
      ...times,
      order: query.order ?? ('oldest' as const),
      action: query.action ?? null,
      after: Number(query.after ?? 0),
      limit: limit + 1,
    };
    const found = await api.useCases.listOrganisationLog({ actor: c.var.actor, input: { ...c.req.valid('param'), ...filter } });
    if (!found.ok) return found;
    const data = found.value.slice(0, limit);
    const next = found.value.length > limit ? String(data.at(-1)?.sequence) : null;
    const body: Page<AuditEntry> = { data, next };
    return done({ status: 200, body, ...(next === null ? {} : { headers: { link: nextLink(c.req.url, api.baseUrl, { after: next }) } }) });
  },
);
