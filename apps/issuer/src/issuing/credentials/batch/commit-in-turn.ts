import { oneAfterAnother } from '../../one-after-another.js';
import type { SignedBadge } from './batch.js';
import type { Commit, Settled } from './commit-badges.js';

type CommitNow = (commit: Commit, badges: readonly SignedBadge[]) => Promise<Settled>;

/**
 * Commits the batches of each issuer one after the other, in the order in which they were made: so the next is made meanwhile, and no two of them meet at
 * the row of a recipient. One that fails takes no other with it.
 */
export function commitInTurn(commitNow: CommitNow): CommitNow {
  const inTurn = oneAfterAnother();
  return (commit, badges) => inTurn(commit.source.issuer.id, () => commitNow(commit, badges));
}
