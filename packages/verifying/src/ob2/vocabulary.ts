import { listOf, member } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';

/** The contexts of Open Badges 1.1 and 2.0, at the addresses under which they were published. */
const CONTEXT = /^https?:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)\/v([12])(?:\/context\.json)?\/?$/;
/** The extensions that the standard itself lists; what else a context may define, nobody here knows. */
const EXTENSION = /^https?:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)\/extensions\/[\w./-]{1,200}$/;

/** The versions that are read, by the context that a document names; null when it names none of them. */
export function versionOf(document: Json | undefined): '1.1' | '2.0' | null {
  const versions = contextsOf(document).map((context) => (typeof context === 'string' ? CONTEXT.exec(context)?.[1] : undefined));
  if (versions.includes('2')) return '2.0';
  return versions.includes('1') ? '1.1' : null;
}

/**
 * What in a document's `@context` is not of Open Badges, as text; null when all of it is. Such a context may give the words of the badge
 * another meaning (JSON-LD 1.1, 4.1), and one that nobody publishes gives them none.
 */
export function foreignContext(document: Json | undefined): string | null {
  const foreign = contextsOf(document).find(
    (context) => typeof context !== 'string' || !(CONTEXT.test(context) || EXTENSION.test(context)),
  );
  if (foreign === undefined) return null;
  return typeof foreign === 'string' ? foreign.slice(0, 200) : '@context';
}

function contextsOf(document: Json | undefined): readonly Json[] {
  return listOf(member(document, '@context')).slice(0, 50);
}
