import { parseDigestMultibase } from '../digests/digest-multibase.js';
import { parseDigestSRI } from '../digests/digest-sri.js';
import { describeLink } from '../links/describe-link.js';
import type { LinkPin } from '../links/description.js';

/** The members of an evidence object that can pin it; in a foreign badge they may have any value. */
export interface PinMembers {
  readonly id?: unknown;
  readonly digestMultibase?: unknown;
  readonly digestSRI?: unknown;
}

/**
 * How the evidence object of a badge is pinned: by a readable digest of its bytes, by what its `id` names, or not at all (null).
 * Says nothing on whether the work is still there.
 */
export function pinOf({ id, digestMultibase, digestSRI }: PinMembers): 'digest' | LinkPin | null {
  if (typeof digestMultibase === 'string' && parseDigestMultibase(digestMultibase) !== null) return 'digest';
  if (typeof digestSRI === 'string' && parseDigestSRI(digestSRI).length > 0) return 'digest';
  return typeof id === 'string' ? (describeLink(id).pinnedBy ?? null) : null;
}
