import { isUrl, listOf, member } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';

/**
 * Whether an issuer's profile lets its hosted badges stand at an address (Open Badges 2.0, "Implementation", hosted verification):
 * `startsWith` decides where it is declared, else `allowedOrigins`, else the profile's own origin.
 */
export function isInScope(id: string, issuerId: string, profile: JsonObject): boolean {
  if (!isWeb(id) || !isWeb(issuerId)) return false;
  const verification = member(profile, 'verification');
  const prefixes = texts(member(verification, 'startsWith'));
  // Two spellings of an address are compared in the one that is fetched, or a `..` would lead out of the scope.
  const { href, origin, host, hostname } = new URL(id);
  if (prefixes.length > 0) return prefixes.some((prefix) => isWeb(prefix) && href.startsWith(new URL(prefix).href));
  const origins = texts(member(verification, 'allowedOrigins'));
  if (origins.length > 0) return origins.some((one) => one === host || one === hostname || one === origin);
  return origin === new URL(issuerId).origin;
}

/**
 * Whether a badge class may stand at an address (Open Badges 2.0, hosted verification: assertion and class are the issuer's own documents):
 * on the profile's origin, or where the profile lets its badges stand. What another host publishes, the issuer does not say.
 */
export function isOfIssuer(id: string, issuerId: string, profile: JsonObject): boolean {
  if (!isWeb(id) || !isWeb(issuerId)) return false;
  const { origin } = new URL(id);
  if (origin === new URL(issuerId).origin || isInScope(id, issuerId, profile)) return true;
  const prefixes = texts(member(member(profile, 'verification'), 'startsWith'));
  return prefixes.some((prefix) => isWeb(prefix) && new URL(prefix).origin === origin);
}

function texts(value: Parameters<typeof listOf>[0]): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

function isWeb(text: string): boolean {
  return /^https?:\/\//i.test(text) && isUrl(text);
}
