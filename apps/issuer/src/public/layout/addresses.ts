import { hostOfIssuer, shownText } from '@proofmark/messages';
import { credentialUrl } from '@proofmark/schemas';

/** Where things are, seen from a page of this service. `base` is its public address without a trailing slash. */
export interface Addresses {
  readonly base: string;
  /** The path under which the service lives, empty at the root of its host: links within the service stay on the host that was asked. */
  readonly root: string;
  /** The element's script as a page pins it, or null where it is not at hand. */
  readonly script: PinnedScript | null;
}

/** A version of the element's script that never changes. */
export interface PinnedScript {
  readonly version: string;
  /** For the `integrity` attribute (SRI). */
  readonly integrity: string;
}

export function addresses(base: string, script: PinnedScript | null = null): Addresses {
  return { base, root: new URL(base).pathname.replace(/\/{1,8}$/, ''), script };
}

/** The employer's page with this badge in it. The address stands after `#`, so that no server learns who is checked. */
export function checkLink(at: Addresses, credentialId: string): string {
  return `${at.root}/verify/#url=${encodeURIComponent(badgeAddress({ id: credentialId }, at))}`;
}

/** The address by which a badge is known; it is also the badge's `id`. */
export function badgeAddress(credential: { readonly id: string }, at: Addresses): string {
  return credentialUrl(at.base, credential.id);
}

/** The host of a did:web, as it is asked for; an identifier without a host stands for itself. */
export function hostOfDid(did: string): string {
  return hostOfIssuer(did) ?? shownText(did, 80);
}
