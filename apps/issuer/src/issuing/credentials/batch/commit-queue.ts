import type { BadgeIssuer } from './badge-sources.js';
import type { SignedBadge } from './batch.js';
import { type Commit, needsMore, type Settled } from './commit-badges.js';

/** Badges of one commit: more would have the first of them wait. */
const MOST_TOGETHER = 100;
/** Badges of one issuer that wait in this process. Above that its requests are refused, and told to come again. */
const MOST_WAITING = 500;

type Outcome = Settled extends ReadonlyMap<unknown, infer One> ? One : never;

interface Waiting {
  readonly commit: Commit;
  readonly badge: SignedBadge;
  readonly answer: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Commits the badges of each issuer one flush after the other: the first goes at once, and those that come while it is committed go together in the
 * next one. So an idle service waits for nothing, and a busy one commits as many at a time as have come.
 */
export interface CommitQueue {
  commit(commit: Commit, badges: readonly SignedBadge[]): Promise<Settled>;
  /** Whether so many badges of an issuer wait that no more should be begun. */
  full(issuerId: string): boolean;
}

/** @param commitNow `commitBadges` */
export function commitQueue(
  commitNow: (commit: Commit, badges: readonly SignedBadge[]) => Promise<Settled>,
  { together = MOST_TOGETHER, waiting: most = MOST_WAITING }: { readonly together?: number; readonly waiting?: number } = {},
): CommitQueue {
  const queues = new Map<string, Waiting[]>();

  async function flush(issuerId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const rows = takeAlike(queue, together);
      const [first] = rows;
      if (first === undefined) break;
      try {
        const settled = await commitNow(
          first.commit,
          rows.map(({ badge }) => badge),
        );
        for (const { badge, answer } of rows) answer(settled.get(badge) as Outcome);
      } catch (error) {
        for (const { fail } of rows) fail(error);
      }
    }
    queues.delete(issuerId);
  }

  function enter(commit: Commit, badge: SignedBadge): Promise<Outcome> {
    const issuerId = commit.source.issuer.id;
    return new Promise((answer, fail) => {
      const queue = queues.get(issuerId);
      if (queue !== undefined) {
        queue.push({ commit, badge, answer, fail });
        return;
      }
      const fresh = [{ commit, badge, answer, fail }];
      queues.set(issuerId, fresh);
      void flush(issuerId, fresh);
    });
  }

  return {
    async commit(commit, badges) {
      // What takes more than one statement would have the others wait.
      if (badges.some(needsMore)) return commitNow(commit, badges);
      return new Map(await Promise.all(badges.map(async (badge) => [badge, await enter(commit, badge)] as const)));
    },
    full: (issuerId) => (queues.get(issuerId)?.length ?? 0) >= most,
  };
}

/** Takes from the queue what is of the same issuer and the same keys as its first: the others have a statement of their own. */
function takeAlike(queue: Waiting[], most: number): readonly Waiting[] {
  const [first] = queue;
  if (first === undefined) return [];
  const version = versionOf(first.commit.source);
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of queue.splice(0)) (taken.length < most && versionOf(one.commit.source) === version ? taken : left).push(one);
  queue.push(...left);
  return taken;
}

function versionOf({ issuer, embedded, token }: BadgeIssuer): string {
  return `${issuer.updatedAt.getTime()} ${embedded.key.id} ${token.key.id}`;
}
