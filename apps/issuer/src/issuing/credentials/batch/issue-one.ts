import type { NewBadge, Outcome } from './batch.js';
import { type BatchIssuing, issueBatch } from './issue-batch.js';

/** Issues a batch of one badge. */
export async function issueOne(deps: BatchIssuing, badge: NewBadge): Promise<Outcome> {
  const [settled] = await issueBatch(deps, badge.parts.achievement.issuerId, [badge]);
  if (settled === undefined) throw new Error('a batch of one has no outcome');
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
