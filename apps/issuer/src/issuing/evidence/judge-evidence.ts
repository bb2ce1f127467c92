import { advise, judgePolicy, type PinnedItem, type PolicyItem } from '@proofmark/evidence';
import type { EvidencePolicy, FieldError } from '@proofmark/schemas/api';

/** What evidence lacks to meet a policy. The badge is issued when nothing is missing. */
export interface Judged {
  readonly missing: readonly FieldError[];
  readonly advice: readonly FieldError[];
}

/**
 * What evidence lacks to meet a policy; two links to one piece of work count as a fault, since a badge names each once.
 *
 * @param now milliseconds since 1970 UTC
 */
export function judgeEvidence(policy: EvidencePolicy, items: readonly PinnedItem[], now: number): Judged {
  const judged = items.map(policyItem);
  const repeated = items.flatMap(({ evidence }, at) => {
    const first = items.findIndex((other) => other.evidence.id === evidence.id);
    return first < at
      ? [{ pointer: `/evidence/${at}/url`, code: 'not-unique' as const, detail: 'leads to the same work as an earlier one' }]
      : [];
  });
  return { missing: [...judgePolicy(policy, judged, now), ...repeated], advice: advise(policy, judged) };
}

function policyItem({ finding, refused }: PinnedItem): PolicyItem {
  const { kind, pinned, theirs, changedAt, size } = finding;
  return { kind, pinned, refused, theirs: theirs.length > 0, changedAt, seen: size !== null };
}
