import { MIN_LIST_LENGTH } from '@proofmark/credentials';
import { FIRST_RANDOM_LIST } from '@proofmark/schemas';
import type { IssuerRecord, Origin } from '../../store/index.js';
import type { RandomSource, Repositories, Store } from '../ports.js';
import type { PlaceMarks } from './place-marks.js';
import { publishStatusList, type StatusLists } from './status-list.js';

/** How many places a process takes at a time, unless a batch wants more. */
const BLOCK = 256;

/** Places from `next` up to `end` that this process alone may use. */
export interface Lease {
  readonly listId: number;
  readonly length: number;
  readonly permutationKey: Uint8Array;
  next: number;
  readonly end: number;
}

export interface Leasing extends StatusLists {
  readonly store: Pick<Store, 'transaction' | 'statusPlaces' | 'statistics'>;
  readonly marks: PlaceMarks;
  /** Is told when the database is not where this process left it. */
  readonly onSetBack?: (() => void) | undefined;
}

/**
 * Takes a block of places: of the list that this process has, else of one that its owner released, else of a new one. The mark is stored before the
 * database has the block. So a process that ends in between has a mark that is ahead, and gives that list up.
 */
export async function leaseBlock(deps: Leasing, issuer: IssuerRecord, wanted: number): Promise<Lease> {
  return (await continueOwn(deps, issuer, wanted)) ?? (await beginOther(deps, issuer, wanted));
}

/** Only where the database is exactly where the mark says: ahead or behind, somebody else was there or it was set back. */
async function continueOwn({ store, marks, onSetBack }: Leasing, issuer: IssuerRecord, wanted: number): Promise<Lease | null> {
  const { owner } = marks;
  const mark = marks.read(issuer.id);
  if (mark === null) return null;
  const own = { issuerId: issuer.id, listId: mark.listId, owner, taken: mark.taken };
  const { history } = await store.statusPlaces.origin();
  const list = await store.statusPlaces.find(own, history);
  if (list === null) onSetBack?.();
  if (list !== null && list.nextPosition < list.length) {
    const end = endOf(list, wanted);
    await marks.write(issuer.id, { listId: mark.listId, taken: end });
    if (await store.statusPlaces.extend(own, history, end)) {
      marks.confirm(issuer.id);
      return { listId: list.listId, length: list.length, permutationKey: list.permutationKey, next: mark.taken, end };
    }
  }
  await marks.forget(issuer.id);
  return null;
}

async function beginOther(deps: Leasing, issuer: IssuerRecord, wanted: number): Promise<Lease> {
  const { store, marks } = deps;
  try {
    const lease = await store.transaction(async (tx) => {
      const origin = await tx.statusPlaces.origin();
      return (await adopt(deps, tx, { issuer, wanted, origin })) ?? (await open(deps, tx, { issuer, wanted, origin }));
    });
    marks.confirm(issuer.id);
    return lease;
  } catch (error) {
    // Whether it was committed is not known: the list stays unused.
    await marks.forget(issuer.id);
    throw error;
  }
}

interface Want {
  readonly issuer: IssuerRecord;
  readonly wanted: number;
  readonly origin: Origin;
}

async function adopt({ marks }: Leasing, tx: Repositories, { issuer, wanted, origin }: Want): Promise<Lease | null> {
  const list = await tx.statusPlaces.lockReleased(issuer.id, origin);
  if (list === null) return null;
  const { listId, length, permutationKey, nextPosition: next } = list;
  const end = endOf(list, wanted);
  await marks.write(issuer.id, { listId, taken: end });
  await tx.statusPlaces.adopt({ issuerId: issuer.id, listId, owner: marks.owner, taken: end });
  return { listId, length, permutationKey, next, end };
}

async function open(deps: Leasing, tx: Repositories, { issuer, wanted, origin }: Want): Promise<Lease> {
  const list = { listId: newListNumber(deps.random), length: MIN_LIST_LENGTH, permutationKey: deps.random.bytes(32), nextPosition: 0 };
  const { listId, length, permutationKey } = list;
  const end = endOf(list, wanted);
  await deps.marks.write(issuer.id, { listId, taken: end });
  const row = { ...list, nextPosition: end, issuerId: issuer.id, owner: deps.marks.owner, history: origin.history, at: deps.clock.now() };
  await tx.statusPlaces.open(row);
  await publishStatusList(deps, tx, issuer, { listId, length, seq: 0 });
  return { listId, length, permutationKey, next: 0, end };
}

function endOf({ length, nextPosition }: { readonly length: number; readonly nextPosition: number }, wanted: number): number {
  return Math.min(length, nextPosition + Math.max(BLOCK, wanted));
}

/** Random: a number that is counted is counted again after a restore. */
function newListNumber(random: RandomSource): number {
  return FIRST_RANDOM_LIST + random.bytes(6).reduce((sum, byte) => sum * 256 + byte, 0);
}
