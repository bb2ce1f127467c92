import { apiEventSchema, listEventsQuerySchema, type Page, pageOf } from '@proofmark/schemas/api';
import { representEvent } from '../../../issuing/events/represent-event.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { limitOf, nextLink } from '../http/paging.js';
import { jsonAnswer } from '../http/shapes.js';

export const listEventsOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/events',
    operationId: 'listEvents',
    tags: ['Events'],
    summary: 'Follow what happens to badges',
    description:
      'In the order in which it happened, and complete: whoever asks again with `after` set to the last `id` that was seen misses nothing. Events hold ids and times; what they are about is read by its id.',
    scope: 'credentials:read',
    request: { query: listEventsQuerySchema },
    responses: {
      200: jsonAnswer('A page. `next` is null when there is nothing more yet.', pageOf('EventPage', apiEventSchema), {
        Link: 'The next page, `rel="next"`.',
      }),
    },
  },
  async (api, c) => {
    const query = c.req.valid('query');
    const { after = null, type = null, issuer = null, credential: credentialId } = query;
    const limit = limitOf(query);
    const found = await api.useCases.listEvents({
      actor: c.var.actor,
      input: { issuerId: issuer, after, type, credentialId, limit: limit + 1 },
    });
    if (!found.ok) return found;
    const data = found.value.slice(0, limit).map(representEvent);
    const next = found.value.length > limit ? (data.at(-1)?.id ?? null) : null;
    const body: Page<(typeof data)[number]> = { data, next };
    return done({ status: 200, body, ...(next === null ? {} : { headers: { link: nextLink(c.req.url, api.baseUrl, { after: next }) } }) });
  },
);
