import { describeLink } from '@proofmark/evidence';
import type { EvidenceReport, JsonObject } from '@proofmark/schemas';
import { listOf, member, nodesOf, textOf } from './json.js';

/** The four lines about each piece of work that a credential names, as far as the badge itself tells. Nothing is fetched. A text that may be altered pins nothing. */
export function evidenceLines(credential: JsonObject, isSigned: boolean): readonly EvidenceReport[] {
  return nodesOf(credential, 'evidence').map((item) => {
    const id = textOf(item, 'id');
    const digest = ['digestMultibase', 'digestSRI'].some((term) => listOf(member(item, term)).length > 0);
    const pinned = digest || (id !== null && describeLink(id).pinned);
    return {
      id,
      pinned: isSigned ? (pinned ? 'yes' : 'no') : 'not-checked',
      sameBytes: 'not-checked',
      kept: 'not-checked',
      theirs: 'not-checked',
    };
  });
}
