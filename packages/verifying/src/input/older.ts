import { listOf, member } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';

/** Whether JSON is an assertion of Open Badges before 3.0, of a version that is read or of one that is only recognised. */
export function isOlderBadge(json: JsonObject, types: readonly string[]): boolean {
  const contexts = listOf(member(json, '@context'));
  return (
    contexts.some((context) => typeof context === 'string' && /^https?:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)/.test(context)) ||
    isBlockcerts(contexts) ||
    types.includes('Assertion') ||
    (member(json, 'badge') !== undefined && member(json, 'recipient') !== undefined)
  );
}

/** Blockcerts 1 and 2 are assertions whose proof stands on a blockchain: who hosts them vouches for nothing. */
const isBlockcerts = (contexts: readonly Json[]): boolean =>
  contexts.some(
    (context) => typeof context === 'string' && /^https?:\/\/(?:w3id\.org\/blockcerts|(?:www\.)?blockcerts\.org)\//.test(context),
  );

/**
 * The standard of an assertion that is recognised and not read: Blockcerts, by its context, or a version before 1.1. Those have no `@context`,
 * call themselves by `uid` instead of an address (1.0), or have a recipient that is a mere text (0.5). Null for what may be a later one.
 */
export function unreadStandardOf(json: JsonObject): 'Blockcerts' | 'Open Badges 1.0' | 'Open Badges 0.5' | null {
  if (isBlockcerts(listOf(member(json, '@context')))) return 'Blockcerts';
  if (member(json, '@context') !== undefined || member(json, 'recipient') === undefined) return null;
  return typeof member(json, 'recipient') === 'string' ? 'Open Badges 0.5' : 'Open Badges 1.0';
}
