import { advise, describeLink, foldSwhids, judgePolicy, type PinnedItem, type PolicyItem } from '@proofmark/evidence';
import type { EvidencePolicy, FieldError } from '@proofmark/schemas/api';
import { type Refused, refused } from '../result.js';

/** What evidence lacks to meet a policy. The badge is issued when nothing is missing. */
export interface Judged {
  readonly missing: readonly FieldError[];
  readonly advice: readonly FieldError[];
  /** All that is missing is that work was not seen, since nobody answered: the same request may be taken later. */
  readonly retryable: boolean;
}

/**
 * What evidence lacks to meet a policy; two links to one piece of work count as a fault, since a badge names each once.
 *
 * @param now milliseconds since 1970 UTC
 */
export function judgeEvidence(policy: EvidencePolicy, items: readonly PinnedItem[], now: number): Judged {
  const judged = items.map(policyItem);
  const ids = items.map(({ evidence }) => evidence.id);
  const named = foldSwhids(ids);
  const repeated = ids.flatMap((id, at) => {
    const first = ids.indexOf(id);
    // The SWHID of what another link names is written by the issuer, when it has read that.
    return first < at || named[at] != null
      ? [
          {
            pointer: `/evidence/${at}/url`,
            code: 'not-unique' as const,
            detail: 'leads to the same work as an earlier one: leave one of the two out',
          },
        ]
      : [];
  });
  const missing = [...judgePolicy(policy, judged, now), ...repeated];
  const unseen = missing.length > 0 && missing.every(({ code }) => code === 'not-seen');
  const silent = judged.filter(({ pinned, unseen }) => !pinned && unseen !== null);
  return { missing, advice: advise(policy, judged), retryable: unseen && silent.every((item) => item.unseen?.retryable) };
}

/** The refusal of evidence that does not meet the policy. */
export function refuseEvidence({ missing, retryable }: Judged): Refused {
  if (missing.every(({ code }) => code === 'not-seen')) {
    const detail =
      'The achievement asks for work that is pinned, and this service could not read what the links name: `errors` says of each why.';
    return { ok: false, refusal: { code: 'evidence-not-seen', detail, errors: missing, retryable } };
  }
  return refused(
    'evidence-required',
    'The evidence does not meet the policy of this achievement: `errors` says what is missing. POST /v1/evidence/check tries links beforehand.',
    missing,
  );
}

function policyItem({ finding, refused, unseen }: PinnedItem): PolicyItem {
  const { url, kind, pinned, theirs, changedAt, size } = finding;
  // What a link names may be far older than the day on which it was read.
  const seen = size !== null && describeLink(url, { allowLoopback: true }).names === undefined;
  return { kind, pinned, unseen, refused, theirs: theirs.length > 0, changedAt, seen };
}
