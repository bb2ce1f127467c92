import type { Json } from '@proofmark/primitives';
import { type AuditFault, type AuditHead, BEFORE_FIRST, followAuditChain } from '@proofmark/proofs';

/** What is wrong with a log, and at which entry: as of one entry, or `cut-off` and `rewritten` against a head that was noted before. */
export interface AuditFinding {
  readonly fault: AuditFault | 'cut-off' | 'rewritten';
  /** The number that the entry gives itself; of what is no entry, the number of the one before it. */
  readonly sequence: number;
}

export interface AuditCheck {
  readonly whole: boolean;
  readonly entries: number;
  readonly findings: readonly AuditFinding[];
  /** Findings beyond those that are listed. */
  readonly more: number;
  /** What to note for the next check: `NUMBER:HASH`. Null for a log without entries. */
  readonly head: string | null;
}

const LISTED = 100;

/**
 * Follows the chain of a log from its first entry, or from the one after `after`, to its end.
 *
 * @param known a head that was noted earlier: the log has to reach it, with the same hash
 */
export async function checkAuditLog(
  entries: AsyncIterable<unknown>,
  after: AuditHead | null,
  known: AuditHead | null,
): Promise<AuditCheck> {
  const begin = after ?? BEFORE_FIRST;
  let at: Pick<ReturnType<typeof followAuditChain>, 'head' | 'issuerId'> = { head: begin, issuerId: undefined };
  const findings: AuditFinding[] = [];
  let [count, met] = [0, known === null || same(known, begin)];
  for await (const entry of entries) {
    const step = followAuditChain(at, entry as Json);
    for (const fault of step.faults) findings.push({ fault, sequence: step.head.sequence });
    if (known !== null && step.head.sequence === known.sequence) {
      met = true;
      if (!same(step.head, known)) findings.push({ fault: 'rewritten', sequence: known.sequence });
    }
    at = step;
    count += 1;
  }
  if (!met && known !== null) findings.push({ fault: 'cut-off', sequence: at.head.sequence });
  const head = at.head.sequence === 0 ? null : `${at.head.sequence}:${at.head.hash}`;
  const more = Math.max(0, findings.length - LISTED);
  return { whole: findings.length === 0, entries: count, findings: findings.slice(0, LISTED), more, head };
}

function same(one: AuditHead, other: AuditHead): boolean {
  return one.sequence === other.sequence && one.hash === other.hash;
}
