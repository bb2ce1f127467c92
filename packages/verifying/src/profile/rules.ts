import type { JsonObject } from '@proofmark/schemas';
import { nodesOf } from '../credential/nodes.js';
import { must, text } from './not-in-profile.js';

/** The rules between the properties of one node: those of `ob3/rules.ts`. */
export function checkRules(className: string, node: JsonObject): void {
  const { id, identityHash, hashed, narrative, digestSRI, digestMultibase, statusListCredential, validFrom, validUntil } = node;
  if (className === 'Criteria') must(id ?? narrative);
  if (className === 'RelatedResource') must(digestSRI ?? digestMultibase);
  if (hashed) must(/^(sha256\$[\da-f]{64}|md5\$[\da-f]{32})$/i.test(String(identityHash)));
  must(id === undefined || id !== statusListCredential);
  // Both are dates in the one form of the profile, whose texts are in the order of time.
  if (validFrom && validUntil) must(text(validFrom) <= text(validUntil));
  if (className === 'AchievementSubject') checkResults(node);
}

/** A subject has an id or an identifier; its results are of kinds, and of levels, that its own achievement describes. */
function checkResults({ id, achievement, identifier, result }: JsonObject): void {
  must(id ?? identifier);
  const descriptions = nodesOf(achievement, 'resultDescription');
  for (const { resultDescription, achievedLevel, status } of nodesOf({ result: result ?? null }, 'result')) {
    const linked = descriptions.filter((one) => one.id === resultDescription);
    must(resultDescription === undefined || linked.length === 1);
    const levels = (linked.length > 0 ? linked : descriptions).flatMap((one) => nodesOf(one, 'rubricCriterionLevel'));
    must(achievedLevel === undefined || levels.some((level) => level.id === achievedLevel));
    must(linked[0]?.resultType !== 'Status' || status !== undefined);
  }
}
