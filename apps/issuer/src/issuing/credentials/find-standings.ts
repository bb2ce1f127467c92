import { createHash } from 'node:crypto';
import type { StandingRecord } from '../../store/index.js';
import { type Actor, mayActFor } from '../access/actor.js';
import type { Store } from '../ports.js';

/** Badges that are looked for at once: what comes of more would hold up other requests. */
const AT_ONCE = 2000;

/** Those of these badges that the actor may see. */
export async function findStandings(store: Store, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, StandingRecord>> {
  const found = new Map<string, StandingRecord>();
  for (let from = 0; from < ids.length; from += AT_ONCE) await findSome(store, actor, ids.slice(from, from + AT_ONCE), found);
  return found;
}

async function findSome(store: Store, actor: Actor, ids: readonly string[], found: Map<string, StandingRecord>): Promise<void> {
  const tenants = new Map<string, string[]>();
  if (actor.issuerId !== null) tenants.set(actor.issuerId, [...ids]);
  else {
    for (const [id, issuerId] of await store.standings.tenantsOf(ids)) if (mayActFor(actor, issuerId)) push(tenants, issuerId, id);
  }
  for (const [issuerId, own] of tenants) for (const standing of await store.standings.find(issuerId, own)) found.set(standing.id, standing);
}

export function push<T>(groups: Map<string, T[]>, name: string, one: T): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [one]);
  else group.push(one);
}

/** What an auditor compares with the events: SHA-256 over the ids of the badges, sorted, one a line. */
export function digestOf(ids: readonly string[]): string {
  return createHash('sha256')
    .update(`${[...ids].sort().join('\n')}\n`)
    .digest('hex');
}
