import type { EvidenceFinding } from '@proofmark/schemas/api';

/** Findings of badges that were issued before repositories were read lack the later members; this fills them in as unknown. */
export function completeFindings(stored: readonly EvidenceFinding[]): readonly EvidenceFinding[] {
  const unknown = { permalink: null, swhids: [], changedAt: null, problems: [], git: null, kept: [], theirs: [] };
  return stored.map((finding) => ({ ...unknown, ...finding }));
}
