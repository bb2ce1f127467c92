import type { ApiEventRecord, EventFilter } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';

export interface ListEventsInput extends EventFilter {
  readonly issuerId: string | null;
}

/** What happened to the badges of one issuer, in the order in which it happened. An admin key names the issuer. */
export async function listEvents(
  { store }: { readonly store: Pick<Store, 'events'> },
  { actor, input }: Request<ListEventsInput>,
): Promise<Result<readonly ApiEventRecord[]>> {
  const { issuerId: named, ...filter } = input;
  const issuer = issuerOfList(actor, named);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const events = await store.events.list(issuer.value, filter);
  if (events !== null) return done(events);
  return refused('invalid-parameter', 'There is no such event.', [
    {
      pointer: '/after',
      code: 'no-such-value',
      detail:
        'is not the id of an event of this issuer: take the `id` of the last one that you have, or leave it out to begin with the first',
    },
  ]);
}
