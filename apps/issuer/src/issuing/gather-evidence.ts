import type { PinnedItem } from '@proofmark/evidence';
import type { DeclaredAuthor, EvidenceInput, KeepWork } from '@proofmark/schemas/api';
import { askArchives } from './archive-requests.js';
import type { NewArchiveRequest } from './evidence-ports.js';
import { keepCopies } from './keep-copies.js';
import { pinEvidence } from './pin-evidence.js';
import type { IssuingDeps } from './ports.js';
import type { StoredCopy } from './records.js';
import { done, type Result, refused } from './result.js';

export interface EvidenceRequest {
  readonly evidence: readonly EvidenceInput[];
  /** Whose commits to count in repositories. */
  readonly author: DeclaredAuthor | undefined;
  readonly keep: KeepWork | undefined;
}

/** All that was found out about the work of a badge, and what is to be stored with it. */
export interface GatheredEvidence {
  readonly pinned: readonly PinnedItem[];
  readonly copies: readonly StoredCopy[];
  readonly archiving: readonly NewArchiveRequest[];
}

/**
 * Looks at the work as issuing does: pins it, takes the copies that are asked for, and notes which archives will be asked. Nothing is stored.
 *
 * @param credential the `id` that the badge will have, under which copies are served
 */
export async function gatherEvidence(
  deps: IssuingDeps,
  { evidence, author, keep }: EvidenceRequest,
  credential: string,
): Promise<Result<GatheredEvidence>> {
  const archives = keep?.archive ?? [];
  const unknown = archives.flatMap((name, at) =>
    deps.archives[name] === undefined
      ? [{ pointer: `/keep/archive/${at}`, code: 'no-such-value' as const, detail: 'is no archive that this service is connected to' }]
      : [],
  );
  if (unknown.length > 0) return refused('invalid-request', 'The service is not connected to an archive that the request names.', unknown);
  const copying = keep?.copy === true;
  const work = await pinEvidence(deps, evidence, { author, bodies: copying });
  const { items, copies } = copying ? await keepCopies(deps, work, credential) : { items: work.map(({ item }) => item), copies: [] };
  const asked = askArchives(deps, items, archives);
  return done({ pinned: asked.items, copies, archiving: asked.requests });
}
