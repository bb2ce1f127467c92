import { permutation } from '@proofmark/credentials';
import type { IssuerRecord } from '../../store/index.js';
import { hmacSha256 } from '../crypto.js';
import { oneAfterAnother } from '../one-after-another.js';
import { type Lease, type Leasing, leaseBlock } from './lease.js';
import type { StatusPlace } from './status-list.js';

/** Gives out places in status lists. */
export interface StatusPlaces {
  /**
   * Takes `count` places that no badge has had or will have, in transactions of its own: call it outside of the transaction that uses them.
   * A place that is not used stays empty for good.
   */
  take(issuer: IssuerRecord, count: number): Promise<readonly StatusPlace[]>;
  /** Has the next `take` ask the database whether it still has the list: something spoke against it. */
  doubt(issuerId: string): void;
}

/**
 * Whether the database turned out not to have the list of a place, as after a restore or a failover in this very second (SQLSTATE
 * foreign_key_violation): `doubt` the places, and take others.
 */
export function listIsGone(error: unknown): boolean {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  return code === '23503' && typeof constraint === 'string' && constraint.includes('status_list');
}

/** The places that this process has, for its whole life. */
export interface LeasedPlaces extends StatusPlaces {
  /** Lets other processes take over the lists of this one. For the end of a process that stops in good order. */
  release(): Promise<void>;
}

/** Lists whose random order is kept in memory, some kilobytes each. */
const ORDERS = 500;

/** For so long, in milliseconds, a leased block is used without asking whether the database still has its list. */
const TRUST = 1000;

/** For so long lists are released one after the other, in milliseconds. What is left is nobody's, and costs a new list each. */
const RELEASE = 5000;

interface Held extends Lease {
  /** When the database was asked last, on a clock that never goes back. */
  asked: number;
}

/** Leases places in blocks and gives them out of memory, in the random order of their list. */
export function statusPlaces(deps: Leasing, elapsed: () => number = () => performance.now()): LeasedPlaces {
  const { store, marks } = deps;
  const leases = new Map<string, Held>();
  const orders = new Map<string, (position: number) => number>();
  const inTurn = oneAfterAnother();

  /** The block of before a restore or a failover is given up: its list may not be there any more. */
  async function stillThere(issuerId: string, lease: Held): Promise<boolean> {
    if (elapsed() - lease.asked < TRUST) return true;
    if (!(await store.statusPlaces.holds({ issuerId, listId: lease.listId, owner: marks.owner, taken: lease.end }))) return false;
    lease.asked = elapsed();
    return true;
  }

  async function current(issuer: IssuerRecord, wanted: number): Promise<Held> {
    const held = leases.get(issuer.id);
    if (held !== undefined && held.next < held.end) {
      if (await stillThere(issuer.id, held)) return held;
      leases.delete(issuer.id);
      deps.onSetBack?.();
      await marks.forget(issuer.id);
    }
    const lease = { ...(await leaseBlock(deps, issuer, wanted)), asked: elapsed() };
    leases.set(issuer.id, lease);
    await store.statistics.renew();
    return lease;
  }

  function orderOf({ length, permutationKey }: Lease): (position: number) => number {
    // Each list has a key of its own.
    const list = `${Buffer.from(permutationKey).toString('hex')} ${length}`;
    const order = orders.get(list) ?? permutation((data) => hmacSha256(permutationKey, data), length);
    orders.delete(list);
    orders.set(list, order);
    const oldest = orders.size > ORDERS ? orders.keys().next().value : undefined;
    if (oldest !== undefined) orders.delete(oldest);
    return order;
  }

  async function take(issuer: IssuerRecord, count: number): Promise<readonly StatusPlace[]> {
    const places: StatusPlace[] = [];
    while (places.length < count) {
      const lease = await current(issuer, count - places.length);
      const { listId } = lease;
      const order = orderOf(lease);
      for (; lease.next < lease.end && places.length < count; lease.next += 1) places.push({ listId, index: order(lease.next) });
    }
    return places;
  }

  async function release(issuerId: string): Promise<void> {
    const lease = leases.get(issuerId);
    if (lease === undefined) return;
    leases.delete(issuerId);
    // First, so that this process never goes on with a list that another one may have by then.
    await marks.forget(issuerId);
    const list = { issuerId, listId: lease.listId, owner: marks.owner, taken: lease.end };
    await store.transaction(async (tx) => tx.statusPlaces.release(list, await tx.statusPlaces.origin()));
  }

  return {
    take: (issuer, count) => inTurn(issuer.id, () => take(issuer, count)),
    doubt(issuerId) {
      const held = leases.get(issuerId);
      if (held !== undefined) held.asked = Number.NEGATIVE_INFINITY;
    },
    async release() {
      const until = elapsed() + RELEASE;
      for (const issuerId of leases.keys()) {
        if (elapsed() < until) await inTurn(issuerId, () => release(issuerId));
      }
    },
  };
}
