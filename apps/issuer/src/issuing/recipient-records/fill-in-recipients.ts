import { encodeHex } from '@proofmark/primitives';
import type { BadgeWithoutRecipient, FoundRecipient, PlaceOfBadge } from '../../store/index.js';
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

const [FIRST, LAST] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/**
 * Finds out whose the badges are that were issued before recipients were rows, or by a process of a release before: by the keyed hash of the address, or the
 * DID. The address itself is not known of them; it is sealed once a request brings it. As a job it may run twice, and several processes may run it at once.
 * It goes through the badges once, since what it has done stays in their index until that is cleaned; what another process has in hand and does not
 * finish is left to the next run.
 */
export async function fillInRecipients(deps: FillingIn, signal?: AbortSignal): Promise<void> {
  let after = null as PlaceOfBadge | null;
  while (!signal?.aborted) {
    const issuerId: string | null = await deps.store.withoutRecipient.nextIssuer(after);
    if (issuerId === null) return;
    const from: string = after?.issuerId === issuerId ? after.id : FIRST;
    after = { issuerId, id: await fillBatch(deps, issuerId, from) };
  }
}

/** Fills in some badges after one; answers the last of them. */
async function fillBatch({ store, recipients }: FillingIn, issuerId: string, after: string): Promise<string> {
  return store.transaction(async (tx) => {
    const badges = await tx.withoutRecipient.lock(issuerId, after, BATCH);
    const holders = await holdersOf(tx, issuerId, badges);
    const found = new Map<string, FoundRecipient>();
    const given: { readonly id: string; readonly recipientId: string }[] = [];
    for (const { id, lookup, json, createdAt } of badges) {
      const { did, name } = recipientInBadge(json);
      const known = lookup === null ? undefined : holders.get(encodeHex(lookup));
      const own = recipients.idOf(issuerId, { lookup, did, badgeId: id });
      const recipientId = known ?? own;
      given.push({ id, recipientId });
      // Nothing is said of a person with an id of the issuer's own, who may share the address with others.
      if (recipientId === own) found.set(own, withBadge(found.get(own), { id: own, lookup, name, createdAt }));
    }
    if (found.size > 0) await tx.withoutRecipient.meet(issuerId, [...found.values()]);
    if (given.length > 0) await tx.withoutRecipient.give(issuerId, given);
    return badges.at(-1)?.id ?? LAST;
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
