import type { Clock, Store } from '../ports.js';

/** How long an `Idempotency-Key` is remembered, in hours. Later the same key begins a new request. The OpenAPI document says so. */
export const IDEMPOTENCY_HOURS = 24;

const HOUR = 3_600_000;
const BATCH = 1000;

/** Forgets the idempotency keys that have expired, in batches. Answers how many. As a job it may run twice. */
export async function pruneIdempotency(
  { store, clock }: { readonly store: Pick<Store, 'idempotency'>; readonly clock: Clock },
  signal?: AbortSignal,
): Promise<number> {
  const before = new Date(clock.now().getTime() - IDEMPOTENCY_HOURS * HOUR);
  for (let pruned = 0; ; ) {
    const gone = signal?.aborted ? 0 : await store.idempotency.prune(before, BATCH);
    pruned += gone;
    if (gone < BATCH) return pruned;
  }
}
