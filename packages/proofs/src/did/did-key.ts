import { decodeBase64url, decodeUtf8 } from '@proofmark/primitives';
import { readJwk } from '../keys/jwk.js';
import type { KeyFault, KeyReading } from '../keys/key-reading.js';
import { readMultikey } from '../keys/multikey.js';
import type { DidDocument } from './did-document.js';
import { parseDidUrl } from './did-url.js';

export type SelfContainedDid =
  | { readonly ok: true; readonly document: DidDocument }
  | { readonly ok: false; readonly code: KeyFault | 'malformed-did' };

/** The document of a did:key (Ed25519, P-256, P-384). Its only method has the multikey itself as fragment. */
export function didKeyDocument(did: string): SelfContainedDid {
  const parts = parseDidUrl(did);
  if (parts === null || parts.method !== 'key' || parts.did !== did) return { ok: false, code: 'malformed-did' };
  return documentOf(did, `${did}#${parts.specific}`, readMultikey(parts.specific));
}

/** The document of a did:jwk. Its only method is `#0`; a key that says that it is for something else may not sign (did:jwk, "Read"). */
export function didJwkDocument(did: string): SelfContainedDid {
  const parts = parseDidUrl(did);
  if (parts === null || parts.method !== 'jwk' || parts.did !== did) return { ok: false, code: 'malformed-did' };
  const bytes = decodeBase64url(parts.specific);
  const text = bytes === null ? null : decodeUtf8(bytes);
  if (text === null) return { ok: false, code: 'malformed-did' };
  try {
    return documentOf(did, `${did}#0`, readJwk(JSON.parse(text)));
  } catch {
    return { ok: false, code: 'malformed-did' };
  }
}

function documentOf(did: string, id: string, key: KeyReading): SelfContainedDid {
  if (!key.ok && key.code !== 'other-use') return { ok: false, code: key.code };
  const method = { id, controller: did, key, kid: null, expires: null, revoked: null, revocationReason: null, retired: null };
  const listed = key.ok ? [id] : [];
  return {
    ok: true,
    document: {
      id: did,
      methods: [method],
      assertionMethod: listed,
      authentication: listed,
      alsoKnownAs: [],
      services: [],
      suspended: null,
    },
  };
}
