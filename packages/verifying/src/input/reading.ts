import type { DecodedJwt } from '@proofmark/proofs';
import type { FailedCode, JsonObject, NotABadgeKind, Outcome, UnknownCode } from '@proofmark/schemas';

/** In what a badge came. */
export const CONTAINERS = ['json', 'jwt', 'png', 'svg', 'enveloped', 'presentation'] as const;
export type Container = (typeof CONTAINERS)[number];

/** A credential that the input holds, with the token that signs it when it is a VC-JWT. */
export interface Badge {
  readonly credential: JsonObject;
  readonly jwt: DecodedJwt | null;
  readonly container: Container;
  /** The picture also holds a badge of Open Badges 2.0, which other programs may show. */
  readonly hasOlder?: true;
}

/** An assertion of Open Badges 2.0 that the input holds: as JSON, or as the payload of a JWS. */
export interface OlderBadge {
  readonly assertion: JsonObject;
  readonly jwt: DecodedJwt | null;
  readonly container: Container;
}

/** What was found in an input. */
export type InputReading =
  | { readonly kind: 'badge'; readonly badge: Badge }
  /** A badge of Open Badges 2.0, which has its own way to be verified. */
  | { readonly kind: 'older'; readonly badge: OlderBadge }
  /** No badge, or none that can be read; `members` are those of a presentation that holds several. */
  | { readonly kind: 'other'; readonly format: Outcome; readonly members: readonly InputReading[] };

export function badge(credential: JsonObject, jwt: DecodedJwt | null, container: Container): InputReading {
  return { kind: 'badge', badge: { credential, jwt, container } };
}

export function older(assertion: JsonObject, jwt: DecodedJwt | null, container: Container): InputReading {
  return { kind: 'older', badge: { assertion, jwt, container } };
}

export function noBadge(code: FailedCode, detail: Record<string, string | number>): InputReading {
  return { kind: 'other', format: { outcome: 'failed', code, detail }, members: [] };
}

export function notABadge(found: NotABadgeKind): InputReading {
  return noBadge('not-a-badge', { found });
}

export function unreadable(
  code: UnknownCode,
  detail: Record<string, string | number>,
  members: readonly InputReading[] = [],
): InputReading {
  return { kind: 'other', format: { outcome: 'unknown', code, detail }, members };
}
