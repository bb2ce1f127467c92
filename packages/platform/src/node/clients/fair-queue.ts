export interface FairQueueOptions {
  /** Tasks that run at the same time, of all clients and of one. */
  readonly atOnce: number;
  readonly perClient: number;
  /** Tasks that may wait, of all clients and of one. */
  readonly waiting: number;
  readonly waitingPerClient: number;
}

/** Runs what clients ask for, each in its turn. */
export interface FairQueue {
  /**
   * The task's own outcome, or null when there is no room for it, or when `signal` aborts while it waits. A task that has begun is not
   * interrupted: it gets the signal from its caller.
   */
  run<T>(client: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T | null>;
}

interface Client {
  /** Of the clients that wait, the one with the lowest turn is next. */
  turn: number;
  running: number;
  readonly waiting: Set<() => void>;
}

/** A queue with one line a client. Clients take turns, so that one with many tasks holds up the others by no more than one with a few. */
export function fairQueue({ atOnce, perClient, waiting, waitingPerClient }: FairQueueOptions): FairQueue {
  const clients = new Map<string, Client>();
  // The turn that was given last: who comes anew begins with it, so that nobody overtakes those who wait for good.
  let [running, waits, current] = [0, 0, 0];

  const begin = (client: Client): void => {
    const [start] = client.waiting;
    if (start === undefined) return;
    client.waiting.delete(start);
    waits -= 1;
    running += 1;
    client.running += 1;
    current = client.turn;
    client.turn += 1;
    start();
  };
  const next = (): void => {
    while (running < atOnce) {
      let due: Client | undefined;
      for (const client of clients.values()) {
        const ready = client.waiting.size > 0 && client.running < perClient;
        if (ready && (due === undefined || client.turn < due.turn)) due = client;
      }
      if (due === undefined) return;
      begin(due);
    }
  };
  const end = (name: string, client: Client): void => {
    running -= 1;
    client.running -= 1;
    forget(name, client);
    next();
  };
  const forget = (name: string, client: Client): void => {
    if (client.running === 0 && client.waiting.size === 0) clients.delete(name);
  };
  const turn = (name: string, client: Client, signal?: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        if (!client.waiting.delete(start)) return;
        waits -= 1;
        forget(name, client);
        resolve(false);
      };
      client.waiting.add(start);
      waits += 1;
      signal?.addEventListener('abort', leave, { once: true });
    });

  return {
    async run(name, task, signal) {
      if (signal?.aborted) return null;
      const client = clients.get(name) ?? { turn: current, running: 0, waiting: new Set() };
      const free = running < atOnce && client.running < perClient;
      if (!free && (waits >= waiting || client.waiting.size >= waitingPerClient)) return null;
      clients.set(name, client);
      const mine = turn(name, client, signal);
      next();
      if (!(await mine)) return null;
      try {
        return await task();
      } finally {
        end(name, client);
      }
    },
  };
}
