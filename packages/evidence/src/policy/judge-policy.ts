import type { EvidencePolicy } from '@proofmark/schemas/api';
import type { EvidenceKind } from '@proofmark/schemas/work';

/** One piece of work, as far as a policy looks at it. */
export interface PolicyItem {
  readonly kind: EvidenceKind;
  readonly pinned: boolean;
  /** The link cannot be evidence at all. */
  readonly refused: boolean;
}

/** One thing that is missing. `pointer` is a JSON Pointer (RFC 6901) into a request that holds the pieces in `/evidence`. */
export interface Missing {
  readonly pointer: string;
  readonly code: 'too-few' | 'wrong-kind' | 'not-pinned' | 'not-allowed';
  readonly detail: string;
}

/**
 * What evidence lacks to meet the policy of its achievement. Pieces of kinds that the policy does not name may accompany the others;
 * they neither count nor need a pin. A refused link is reported under every policy, `none` included.
 *
 * @returns nothing when the policy is met
 */
export function judgePolicy(policy: EvidencePolicy, items: readonly PolicyItem[]): readonly Missing[] {
  const missing: Missing[] = [];
  const add = (pointer: string, code: Missing['code'], detail: string): void => void missing.push({ pointer, code, detail });
  items.forEach(({ refused }, at) => {
    if (refused) add(`/evidence/${at}/url`, 'not-allowed', 'cannot be evidence: give a public https address');
  });
  if (policy === 'none') return missing;
  const { min, kinds, pinned } = policy;
  const fits = ({ kind, refused }: PolicyItem): boolean => !refused && (kinds === undefined || kinds.includes(kind));
  const found = items.filter(fits).length;
  if (found < min) {
    const of = kinds === undefined ? '' : ` of these kinds: ${kinds.join(', ')}`;
    add('/evidence', 'too-few', `needs ${min} ${min === 1 ? 'piece' : 'pieces'} of work${of}; ${found} given`);
  }
  items.forEach((item, at) => {
    if (item.refused) return;
    if (!fits(item) && found < min) add(`/evidence/${at}`, 'wrong-kind', `is of kind ${item.kind}, which does not count here`);
    if (fits(item) && pinned === 'required' && !item.pinned)
      add(`/evidence/${at}/url`, 'not-pinned', 'does not name one immutable version: link to a file, or to a commit by its full id');
  });
  return missing;
}
