import { encodeHex } from '@proofmark/primitives';
import type { BadgeWithoutRecipient, FoundRecipient } from '../../store/index.js';
import type { Repositories, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { recipientInBadge } from '../recipients/recipient-of.js';
import { searchableName } from '../recipients/searchable-name.js';

export interface FillingIn {
  readonly store: Store;
  readonly recipients: Pick<RecipientHashes, 'idOf'>;
}

/** Badges of one transaction. */
const BATCH = 200;

/**
 * Finds out whose the badges are that were issued before recipients were rows, or by a process of a release before: by the keyed hash of the address, or the
 * DID. The address itself is not known of them; it is sealed once a request brings it. As a job it may run twice, and several processes may run it at once.
 */
export async function fillInRecipients(deps: FillingIn, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const issuerId = await deps.store.withoutRecipient.nextIssuer();
    if (issuerId === null || (await fillBatch(deps, issuerId)) === 0) return;
  }
}

async function fillBatch({ store, recipients }: FillingIn, issuerId: string): Promise<number> {
  return store.transaction(async (tx) => {
    const badges = await tx.withoutRecipient.lock(issuerId, BATCH);
    if (badges.length === 0) return 0;
    const holders = await holdersOf(tx, issuerId, badges);
    const found = new Map<string, FoundRecipient>();
    const given: { readonly id: string; readonly recipientId: string }[] = [];
    for (const { id, lookup, json, createdAt } of badges) {
      const { did, name } = recipientInBadge(json);
      const known = lookup === null ? undefined : holders.get(encodeHex(lookup));
      const recipientId = known ?? recipients.idOf(issuerId, { lookup, did, badgeId: id });
      given.push({ id, recipientId });
      if (known === undefined) found.set(recipientId, withBadge(found.get(recipientId), { id: recipientId, lookup, name, createdAt }));
    }
    if (found.size > 0) await tx.withoutRecipient.meet(issuerId, [...found.values()]);
    await tx.withoutRecipient.give(issuerId, given);
    return badges.length;
  });
}

async function holdersOf(
  tx: Repositories,
  issuerId: string,
  badges: readonly BadgeWithoutRecipient[],
): Promise<ReadonlyMap<string, string>> {
  const lookups = new Map(badges.flatMap(({ lookup }) => (lookup === null ? [] : [[encodeHex(lookup), lookup] as const])));
  return tx.withoutRecipient.holders(issuerId, [...lookups.values()]);
}

interface SeenBadge extends Pick<FoundRecipient, 'id' | 'lookup'> {
  readonly name?: string | undefined;
  readonly createdAt: Date;
}

/** What is known of a recipient with one badge more. */
function withBadge(before: FoundRecipient | undefined, { id, lookup, createdAt, ...said }: SeenBadge): FoundRecipient {
  const name = said.name ?? null;
  const nameSearch = name === null ? null : searchableName(name);
  if (before === undefined) return { id, lookup, name, nameSearch, first: createdAt, last: createdAt };
  const later = createdAt >= before.last;
  const named = name !== null && (later || before.name === null) ? { name, nameSearch } : {};
  return { ...before, ...named, first: createdAt < before.first ? createdAt : before.first, last: later ? createdAt : before.last };
}
