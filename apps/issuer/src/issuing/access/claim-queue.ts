import type { ClaimOutcome, IdempotencyClaim } from '../../store/index.js';

/** Claims of one statement. */
const MOST_TOGETHER = 100;

interface Waiting {
  readonly claim: IdempotencyClaim;
  readonly answer: (outcome: ClaimOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/** Takes an `Idempotency-Key`, or answers what became of it. */
export type TakeClaim = (claim: IdempotencyClaim) => Promise<ClaimOutcome>;

/** The first claim of an issuer goes at once; those that come while it is under way go together in the next statement. */
export function claimQueue(claimAll: (claims: readonly IdempotencyClaim[]) => Promise<readonly ClaimOutcome[]>): TakeClaim {
  const queues = new Map<string, Waiting[]>();

  async function flush(issuerId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const taken = takeDifferent(queue);
      try {
        const outcomes = await claimAll(taken.map(({ claim }) => claim));
        for (const [at, { answer }] of taken.entries()) answer(outcomes[at] as ClaimOutcome);
      } catch (error) {
        for (const { fail } of taken) fail(error);
      }
    }
    queues.delete(issuerId);
  }

  return (claim) =>
    new Promise((answer, fail) => {
      const one = { claim, answer, fail };
      const queue = queues.get(claim.issuerId);
      if (queue !== undefined) {
        queue.push(one);
        return;
      }
      const fresh = [one];
      queues.set(claim.issuerId, fresh);
      void flush(claim.issuerId, fresh);
    });
}

/** Of two claims on one key, the second waits for what becomes of the first. */
function takeDifferent(queue: Waiting[]): readonly Waiting[] {
  const keys = new Set<string>();
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of queue.splice(0)) {
    const key = `${one.claim.owner} ${one.claim.key}`;
    if (taken.length < MOST_TOGETHER && !keys.has(key)) taken.push(one);
    else left.push(one);
    keys.add(key);
  }
  queue.push(...left);
  return taken;
}
