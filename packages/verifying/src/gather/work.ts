import { describeLink, foldSwhids } from '@proofmark/evidence';
import { listOf, member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { nodesOf } from '../credential/nodes.js';
import type { WorkFact } from '../facts/facts.js';

/**
 * What the badge itself tells about its pieces of work, in the order written; nothing is fetched. A piece is pinned by a digest
 * (VC Data Model 2.0, 5.3) or by a link that names one immutable version. This file is loaded for the first badge with evidence.
 */
export function describeWork(credential: JsonObject): readonly WorkFact[] {
  const items = nodesOf(credential, 'evidence');
  const companions = foldSwhids(items.map((item) => textOf(item, 'id')));
  return items.map((item, at) => {
    const id = textOf(item, 'id');
    const digest = ['digestMultibase', 'digestSRI'].some((term) => listOf(member(item, term)).length > 0);
    const companionOf = companions[at];
    return {
      id,
      pinned: digest || (id !== null && describeLink(id, { allowLoopback: true }).pinned),
      ...(typeof companionOf === 'number' ? { companionOf } : {}),
    };
  });
}
