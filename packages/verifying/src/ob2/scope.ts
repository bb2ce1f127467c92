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

function texts(value: Parameters<typeof listOf>[0]): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

function isWeb(text: string): boolean {
  return /^https?:\/\//i.test(text) && isUrl(text);
}
