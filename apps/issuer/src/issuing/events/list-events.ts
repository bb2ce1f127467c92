import { isAdmin, lacks, type Request } from '../access/actor.js';
import type { EventFilter } from '../life-ports.js';
import type { IssuingDeps } from '../ports.js';
import type { ApiEventRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';

export interface ListEventsInput extends EventFilter {
  readonly issuerId: string | null;
}

/** What happened to the badges of one issuer, in the order in which it happened. An admin key names the issuer. Scope `credentials:read`. */
export async function listEvents(
  deps: IssuingDeps,
  { actor, input }: Request<ListEventsInput>,
): Promise<Result<readonly ApiEventRecord[]>> {
  const denied = lacks(actor, 'credentials:read');
  if (denied) return denied;
  const { issuerId: named, ...filter } = input;
  const issuerId = named ?? actor.issuerId;
  if (issuerId === null) return refused('invalid-parameter', 'An admin key has to name an `issuer`.');
  if (!isAdmin(actor) && issuerId !== actor.issuerId) return done([]);
  const events = await deps.store.events.list(issuerId, filter);
  if (events !== null) return done(events);
  return refused('invalid-parameter', 'There is no such event.', [
    { pointer: '/after', code: 'no-such-value', detail: 'is not the id of an event of this issuer' },
  ]);
}
