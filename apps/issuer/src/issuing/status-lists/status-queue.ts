import type { IssuingMeters } from '../meters.js';
import type { Repositories, Store } from '../ports.js';
import { changeStatus, type StatusChange, type StatusOutcome } from './change-status.js';
import { appendStatusEvents } from './status-events.js';
import type { StatusLists } from './status-list.js';

/** Changes of one list that belong together: they are made in one transaction, or none is. */
export interface StatusRequest {
  readonly issuerId: string;
  readonly listId: number;
  readonly changes: readonly StatusChange[];
  /** Writes down what came of them, in the same transaction. */
  record(tx: Pick<Repositories, 'audit' | 'bulkActs'>, outcomes: readonly StatusOutcome[]): Promise<void>;
}

/** Makes changes; those of one list that wait together share a transaction and a signature. */
export interface StatusQueue {
  /** What came of each change once it is committed and the list says so; `busy` when too much waits already, and nothing was done. */
  submit(request: StatusRequest): Promise<readonly StatusOutcome[] | 'busy'>;
}

export interface StatusQueueOptions extends StatusLists {
  readonly store: Pick<Store, 'transaction'>;
  readonly meters?: Pick<IssuingMeters, 'statusListSigned'> | undefined;
  /** The most changes that share a transaction, unless one request alone has more. */
  readonly maxTogether?: number;
  /** The most changes that wait in this process, of all lists. */
  readonly maxWaiting?: number;
}

interface Waiting {
  readonly request: StatusRequest;
  readonly resolve: (outcomes: readonly StatusOutcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The changes of one process. A list has one transaction at a time: the first request goes at once, and those that come while it runs go
 * together in the next one. Between processes the lock of the list does the same. A transaction that fails is tried again request by request,
 * so that one fails for itself alone.
 */
export function statusQueue({ maxTogether = 20_000, maxWaiting = 200_000, meters, ...deps }: StatusQueueOptions): StatusQueue {
  const lists = new Map<string, Waiting[]>();
  let waitingChanges = 0;

  const commit = async (requests: readonly StatusRequest[]): Promise<readonly (readonly StatusOutcome[])[]> => {
    const [first] = requests;
    if (first === undefined) return [];
    return deps.store.transaction(async (tx) => {
      const changes = requests.flatMap((request) => request.changes);
      const outcomes = await changeStatus(deps, tx, first, changes);
      let end = 0;
      const each = requests.map((request) => {
        end += request.changes.length;
        return outcomes.slice(end - request.changes.length, end);
      });
      for (const [i, request] of requests.entries()) await request.record(tx, each[i] ?? []);
      await appendStatusEvents(deps, tx, first.issuerId, changes, outcomes);
      return each;
    });
  };

  const flush = async (together: readonly Waiting[]): Promise<void> => {
    try {
      const begun = performance.now();
      const each = await commit(together.map(({ request }) => request));
      const changes = together.reduce((sum, { request }) => sum + request.changes.length, 0);
      meters?.statusListSigned({ changes, seconds: (performance.now() - begun) / 1000 });
      for (const [i, { resolve }] of together.entries()) resolve(each[i] ?? []);
    } catch (error) {
      if (together.length === 1) together[0]?.reject(error);
      else for (const one of together) await flush([one]);
    }
  };

  const run = async (key: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      let count = 0;
      let size = 0;
      for (const { request } of queue) {
        if (count > 0 && size + request.changes.length > maxTogether) break;
        count += 1;
        size += request.changes.length;
      }
      await flush(queue.splice(0, count));
      waitingChanges -= size;
    }
    lists.delete(key);
  };

  return {
    async submit(request) {
      if (waitingChanges > 0 && waitingChanges + request.changes.length > maxWaiting) return 'busy';
      waitingChanges += request.changes.length;
      const key = `${request.issuerId}/${request.listId}`;
      return new Promise((resolve, reject) => {
        const waiting = { request, resolve, reject };
        const queue = lists.get(key);
        if (queue !== undefined) queue.push(waiting);
        else {
          const started = [waiting];
          lists.set(key, started);
          void run(key, started);
        }
      });
    },
  };
}
