/** How much one client may use: `capacity` at once, and then `perSecond`. */
export interface BucketOptions {
  readonly capacity: number;
  readonly perSecond: number;
  /** Clients that are remembered, 10,000 by default; the one that was not heard of for longest is forgotten first. */
  readonly clients?: number;
  /** Milliseconds that never run backwards; the process's own by default. */
  readonly clock?: () => number;
}

/** What is left to a client. */
export interface Allowance {
  readonly allowed: boolean;
  /** Whole units that are left; 0 for a client in debt. */
  readonly remaining: number;
  /** Whole seconds until the request would be allowed; 0 for one that is. */
  readonly retryAfter: number;
  /** Whole seconds until everything is there again. */
  readonly reset: number;
}

/** Token buckets, one a client. */
export interface TokenBuckets {
  /** Takes so much, or nothing when it is not there. */
  take(client: string, cost?: number): Allowance;
  /** Takes what was used already. It may make a debt, of at most the capacity. */
  charge(client: string, cost: number): void;
  /** What is there, in parts of units; negative for a debt. */
  left(client: string): number;
}

/** Counts what clients use, in this process. */
export function tokenBuckets({ capacity, perSecond, clients = 10_000, clock = () => performance.now() }: BucketOptions): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const left = (client: string): number => {
    const bucket = buckets.get(client);
    return bucket === undefined ? capacity : Math.min(capacity, bucket.tokens + ((clock() - bucket.at) / 1000) * perSecond);
  };
  const set = (client: string, tokens: number): void => {
    // A map iterates in the order of insertion: who was heard of last goes to the end.
    buckets.delete(client);
    buckets.set(client, { tokens: Math.max(-capacity, tokens), at: clock() });
    if (buckets.size > clients) buckets.delete(buckets.keys().next().value as string);
  };
  return {
    left,
    charge: (client, cost) => set(client, left(client) - cost),
    take(client, cost = 1) {
      const before = left(client);
      const allowed = before >= cost;
      const tokens = allowed ? before - cost : before;
      set(client, tokens);
      return {
        allowed,
        remaining: Math.max(0, Math.floor(tokens)),
        retryAfter: allowed ? 0 : Math.max(1, Math.ceil((cost - before) / perSecond)),
        reset: Math.ceil((capacity - tokens) / perSecond),
      };
    },
  };
}
