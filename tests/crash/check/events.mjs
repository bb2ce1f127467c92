import { setTimeout as wait } from 'node:timers/promises';
import { followEvents } from '../load/follow-events.mjs';

/** How often is looked again for an event that is not listed yet, each after a tenth of a second. */
const PATIENCE = 50;

/** Whoever followed the events has seen each of them once; and whoever reads them from the first one gets the same. */
export async function checkEvents(world, { tenants }) {
  const { stage, ledger } = world;
  for (const tenant of tenants) {
    const stored = (await stage.query('SELECT id FROM api_event WHERE issuer_id = $1', [tenant.issuerId])).map(({ id }) => id);
    const missing = ({ events }) => stored.filter((id) => !events.seen.has(id));
    for (let left = PATIENCE; left > 0 && missing(tenant).length > 0; left -= 1) {
      await wait(100);
      await followEvents(world, tenant);
    }
    for (const id of missing(tenant))
      ledger.fail('lost', `the event ${id} of ${tenant.slug} was not listed after the last one that was seen`);
    const known = new Set(stored);
    for (const id of tenant.events.seen)
      if (!known.has(id)) ledger.fail('lost', `the event ${id} of ${tenant.slug} was listed, and is not there any more`);
    const anew = { ...tenant, events: { cursor: null, seen: new Set() } };
    await followEvents(world, anew);
    for (const id of missing(anew)) ledger.fail('lost', `the event ${id} of ${tenant.slug} is not listed`);
  }
}
