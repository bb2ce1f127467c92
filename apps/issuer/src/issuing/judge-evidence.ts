import { judgePolicy, type Missing, type PinnedItem } from '@proofmark/evidence';
import type { EvidencePolicy } from '@proofmark/schemas/api';

/** What evidence lacks to meet a policy; two links to one piece of work count as a fault, since a badge names each once. */
export function judgeEvidence(
  policy: EvidencePolicy,
  items: readonly PinnedItem[],
): readonly (Omit<Missing, 'code'> & { readonly code: Missing['code'] | 'not-unique' })[] {
  const missing = judgePolicy(
    policy,
    items.map(({ finding, refused }) => ({ kind: finding.kind, pinned: finding.pinned, refused })),
  );
  const repeated = items.flatMap(({ evidence }, at) => {
    const first = items.findIndex((other) => other.evidence.id === evidence.id);
    return first < at
      ? [{ pointer: `/evidence/${at}/url`, code: 'not-unique' as const, detail: 'leads to the same work as an earlier one' }]
      : [];
  });
  return [...missing, ...repeated];
}
