import { listOf, member } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';

/** Whether JSON is an assertion of Open Badges 2.0 (or of 1.1, which differs in the names of a few members). */
export function isOlderBadge(json: JsonObject, types: readonly string[]): boolean {
  const contexts = listOf(member(json, '@context'));
  return (
    contexts.some((context) => typeof context === 'string' && /^https?:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)/.test(context)) ||
    types.includes('Assertion') ||
    (member(json, 'badge') !== undefined && member(json, 'recipient') !== undefined)
  );
}
