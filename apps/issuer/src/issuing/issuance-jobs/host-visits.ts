import { randomUUID } from 'node:crypto';
import type { Clock, Store } from '../ports.js';
import type { PrepareInTurns } from './chunk-issuing.js';

/** Processes that ask one host at the same time. */
const PLACES = 2;
const LEASE = 20_000;
const KEEP_EVERY = 5000;

interface Asked {
  users: number;
  readonly taken: Promise<boolean>;
  readonly timer: NodeJS.Timeout;
}

/** The hosts that this process asks, agreed on with the others in the database. Chunks of one process share its place. */
export function hostVisits({ store, clock }: { readonly store: Pick<Store, 'hostVisits'>; readonly clock: Clock }): PrepareInTurns {
  const holder = randomUUID();
  const asked = new Map<string, Asked>();
  const ask = (host: string): Promise<boolean> => {
    const now = clock.now();
    return store.hostVisits.take(host, { holder, until: new Date(now.getTime() + LEASE), now }, PLACES);
  };
  function begin(host: string): Asked {
    // A place that cannot be kept, since the database is away, runs out by itself.
    const keep = (): void => void ask(host).catch(() => undefined);
    const mine = { users: 0, taken: ask(host), timer: setInterval(keep, KEEP_EVERY).unref() };
    asked.set(host, mine);
    // Its error reaches those that wait for it; whoever comes after them asks again.
    mine.taken.catch(() => forget(host, mine));
    return mine;
  }
  function forget(host: string, mine: Asked): void {
    clearInterval(mine.timer);
    asked.delete(host);
  }
  async function release(host: string): Promise<void> {
    const mine = asked.get(host);
    if (mine === undefined) return;
    mine.users -= 1;
    if (mine.users > 0) return;
    forget(host, mine);
    await store.hostVisits.release(host, holder);
  }
  return {
    async take(host) {
      const mine = asked.get(host) ?? begin(host);
      mine.users += 1;
      const taken = await mine.taken;
      if (!taken) await release(host);
      return taken;
    },
    release,
  };
}
