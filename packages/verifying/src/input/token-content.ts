import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import { isBadgeDocument, type JsonObject, typesOf, VC2_CONTEXT } from '@proofmark/schemas';
import { isOlderBadge } from './older.js';
import { credentialOfToken } from './token-credential.js';

/** What a token holds. Nothing of it is believed yet. */
export type TokenContent =
  | { readonly kind: 'credential' | 'presentation' | 'older'; readonly json: JsonObject }
  /** The token says that it is of another kind. */
  | { readonly kind: 'other-token'; readonly says: string }
  | { readonly kind: 'sd-jwt' }
  /** Two readers may find two documents in it. */
  | { readonly kind: 'two-documents' };

// The media types of VC-JOSE-COSE (6.1) and those of its drafts, in any case and without `application/` (RFC 7515 section 4.1.9); `JWT` is that of OB 3.0 (8.2.1).
const TYPES = {
  credential: /^(?:application\/)?(?:jwt|vc\+jwt|vc\+ld(?:\+json)?\+jwt|vc-ld\+jwt)$/i,
  presentation: /^(?:application\/)?(?:jwt|vp\+jwt|vp\+ld(?:\+json)?\+jwt|vp-ld\+jwt)$/i,
  // RFC 7515 section 4.1.9 has `JOSE` for any compact JWS; some issuers of Open Badges 2.0 write `JWS`.
  older: /^(?:application\/)?(?:jwt|jws|jose)$/i,
} as const;

/** `cty` may name any kind of credential (VC-JOSE-COSE 3.1.1), but not that of the other document, nor a token in the token (RFC 7519 section 5.2). */
const OTHER_CONTENT = {
  credential: /^(?:application\/)?(?:vp(?:[+-].*)?|(?:.*\+)?jwt)$/i,
  presentation: /^(?:application\/)?(?:vc(?:[+-].*)?|(?:.*\+)?jwt)$/i,
  older: /^(?:application\/)?(?:v[cp](?:[+-].*)?|(?:.*\+)?jwt)$/i,
} as const;

/** Members of a credential or an assertion. Beside a claim `vc` or `vp` they would be a second document in the same token. */
const MEMBERS = [
  ...['@context', 'type', 'credentialSubject', 'issuer', 'credentialStatus', 'evidence', 'verifiableCredential'],
  ...['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'badge', 'recipient'],
];

/**
 * What a token holds: the payload itself (VC-JOSE-COSE 3.1.1, OB 3.0 8.2.2), or for VC 1.1 the value of its claim `vc` or `vp` (VC Data Model 1.1,
 * 6.3.1). Never two: "`vc` and `vp` MUST NOT be present" beside a payload that is a document, and a claim `vc` is no place for a badge of
 * VC 2.0 (1EdTech's guide to versions: the contexts have to correspond to the claim); other credentials stand there in the wild, alone. `typ` and `cty`, where they are, have to fit.
 */
export function contentOfToken(jwt: DecodedJwt): TokenContent {
  const { payload, typ, header } = jwt;
  const content = undressed(jwt);
  if (isSelective(typ, payload)) return { kind: 'sd-jwt' };
  if (content === null) return { kind: 'two-documents' };
  // A log-in token has no document in it, so that its type says nothing more.
  if (content.kind === 'credential' && !typesOf(content.json).includes('VerifiableCredential')) return content;
  if (typ !== null && !TYPES[content.kind].test(typ)) return { kind: 'other-token', says: typ };
  const cty = textOf(header, 'cty');
  return cty !== null && OTHER_CONTENT[content.kind].test(cty) ? { kind: 'other-token', says: cty } : content;
}

function undressed(jwt: DecodedJwt): Extract<TokenContent, { json: JsonObject }> | null {
  const { payload } = jwt;
  const [vc, vp] = [Object.hasOwn(payload, 'vc'), Object.hasOwn(payload, 'vp')];
  if ((vc && vp) || ((vc || vp) && MEMBERS.some((name) => Object.hasOwn(payload, name)))) return null;
  const inner = member(payload, vp ? 'vp' : 'vc');
  if (vp && isObject(inner)) return { kind: 'presentation', json: inner };
  if (isBadgeDocument(inner) && listOf(member(inner, '@context')).includes(VC2_CONTEXT)) return null;
  const types = typesOf(payload);
  if (isBadgeDocument(payload)) return { kind: 'credential', json: payload };
  if (types.includes('VerifiablePresentation')) return { kind: 'presentation', json: payload };
  if (!vc && isOlderBadge(payload, types)) return { kind: 'older', json: payload };
  return { kind: 'credential', json: credentialOfToken(jwt) };
}

/** VC-JOSE-COSE 3.2, SD-JWT VC: by its type, or by its digests (RFC 9901 section 4.2). */
function isSelective(typ: string | null, payload: JsonObject): boolean {
  return /sd-jwt$/i.test(typ ?? '') || Object.hasOwn(payload, '_sd_alg') || Object.hasOwn(payload, '_sd');
}
