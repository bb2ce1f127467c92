import { foldSwhids, mayNameVersion } from '@proofmark/evidence';
import { listOf, member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { nodesOf } from '../credential/nodes.js';
import type { WorkFact } from '../facts/facts.js';

/**
 * What the badge itself tells about its pieces of work, in the order written; nothing is fetched. A piece is pinned when the issuer signed a
 * fingerprint of it: a digest (VC Data Model 2.0, 5.3), or beside a link into a repository the SWHID of what is there. A commit in a link
 * alone is a name: whether the issuer has read it the badge does not say. This file is loaded for the first badge with evidence.
 */
export function describeWork(credential: JsonObject): readonly WorkFact[] {
  const items = nodesOf(credential, 'evidence');
  const ids = items.map((item) => textOf(item, 'id'));
  const companions = foldSwhids(ids);
  return items.map((item, at) => {
    const id = ids[at] ?? null;
    const companionOf = companions[at];
    const digest = ['digestMultibase', 'digestSRI'].some((term) => listOf(member(item, term)).length > 0);
    const fingerprint = digest || typeof companionOf === 'number' || companions.includes(at);
    return { id, pinned: fingerprint || unlessNamed(id), ...(typeof companionOf === 'number' ? { companionOf } : {}) };
  });
}

/** Without a fingerprint: null for a link that names one version, false for any other. */
function unlessNamed(id: string | null): null | false {
  return id !== null && mayNameVersion(id) ? null : false;
}
