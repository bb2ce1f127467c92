/** The words of a node's `type`, whether written as a string or as an array; anything else counts as none. */
export function typesOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, 'type')) return [];
  const { type } = node as { readonly type: unknown };
  return (Array.isArray(type) ? type : [type]).filter((word): word is string => typeof word === 'string');
}

/**
 * The class of what a test issuer signs, beside the classes of Open Badges: an address, as VC Data Model 2.0, 4.5 allows, so that it needs no
 * context of its own. `.example` belongs to nobody (RFC 2606): the address is a name, and is never asked.
 */
export const TEST_TYPE = 'https://proofmark.example/vocab#TestCredential';

/**
 * The type of the term of use by which a list of revocations names a list of suspensions: who relies on the one has to ask the other, in which
 * the same indices count. An address for the same reason as `TEST_TYPE`, and like it never asked.
 */
export const SUSPENSION_LIST_TYPE = 'https://proofmark.example/vocab#SuspensionList';

/**
 * The `identifierType` by which the service of an issuer says, in the profile of an endorser, that this person opened a link that it had mailed to an address of the
 * domain that stands in `identifier`. No API writes it: what an issuer types in of somebody has no identifiers.
 */
export const PROVEN_EMAIL_DOMAIN = 'ext:provenEmailDomain';

/** Whether a credential says of itself that it was issued for a test. */
export function isTest(credential: unknown): boolean {
  return typesOf(credential).includes(TEST_TYPE);
}

const BADGE_TYPES = ['AchievementCredential', 'OpenBadgeCredential', 'EndorsementCredential', 'ClrCredential'];

/** Whether a document says by its `type` that it is a credential that Open Badges 3.0 or CLR 2.0 define, of either data model. */
export function isBadgeDocument(node: unknown): boolean {
  const types = typesOf(node);
  return types.includes('VerifiableCredential') && types.some((word) => BADGE_TYPES.includes(word));
}
