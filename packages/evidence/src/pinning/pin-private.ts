import type { PrivateEvidenceInput } from '@proofmark/schemas/api';
import type { Capture } from '@proofmark/schemas/evidence';
import type { PinnedItem } from './pin-item.js';

/** Private evidence, which has no address that others can fetch. */
export interface PrivateEvidence {
  /** The name that stands for it in the badge: a `urn:uuid:` of its own. */
  readonly id: string;
  readonly digestMultibase: string;
  /** Bytes; null when only the digest was given. */
  readonly size: number | null;
  /** That the issuer keeps it; null when it does not. */
  readonly kept: Capture | null;
}

/** Pins evidence that has no public address, by its digest alone. The badge holds no link to it. */
export function pinPrivate(
  { kind = 'file', mediaType }: PrivateEvidenceInput,
  { id, digestMultibase, size, kept }: PrivateEvidence,
): PinnedItem {
  return {
    evidence: { id, mediaType, digestMultibase },
    others: [],
    finding: {
      url: id,
      kind,
      pinned: true,
      method: 'digest',
      digestMultibase,
      mediaType,
      size,
      reason: null,
      permalink: null,
      swhids: [],
      changedAt: null,
      // The provider hashed the work; the service has not seen it.
      problems: size === null ? ['private', 'digest-given'] : ['private'],
      git: null,
      kept: kept === null ? [] : [kept],
      theirs: [],
    },
    refused: false,
    unseen: null,
    problems: [],
  };
}
