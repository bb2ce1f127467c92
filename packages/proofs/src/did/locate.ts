import { isUrl } from '@proofmark/primitives';
import type { DidDocument } from './did-document.js';
import { didJwkDocument, didKeyDocument, type SelfContainedDid } from './did-key.js';
import { parseDidUrl, withoutFragment } from './did-url.js';
import { didWebUrl } from './did-web.js';

/** Where the document that holds a key is to be had. */
export type Location =
  /** The id itself is the document: did:key, did:jwk. */
  | { readonly kind: 'inline'; readonly document: DidDocument }
  /** To be fetched; `id` is what its `id` must say. */
  | { readonly kind: 'fetch'; readonly id: string; readonly url: string }
  | { readonly kind: 'unsupported'; readonly what: string }
  | { readonly kind: 'malformed' };

/** Where the key document of a verification method (or issuer, or `kid`) lies. Pure: nothing is fetched. */
export function locate(methodId: string): Location {
  const did = parseDidUrl(methodId);
  if (did === null) return locateUrl(methodId);
  if (did.path !== '' || did.query !== null) return { kind: 'unsupported', what: `did:${did.method} with a path or query` };
  if (did.method === 'key') return inline(didKeyDocument(did.did));
  if (did.method === 'jwk') return inline(didJwkDocument(did.did));
  if (did.method !== 'web') return { kind: 'unsupported', what: `did:${did.method}` };
  const web = didWebUrl(did.did);
  return web.ok ? { kind: 'fetch', id: did.did, url: web.url } : { kind: 'malformed' };
}

function inline(did: SelfContainedDid): Location {
  if (did.ok) return { kind: 'inline', document: did.document };
  return did.code === 'unsupported-key-type' ? { kind: 'unsupported', what: 'key type' } : { kind: 'malformed' };
}

function locateUrl(text: string): Location {
  if (!/^https?:\/\//.test(text) || !isUrl(text)) {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
    return scheme === undefined || scheme === 'did' ? { kind: 'malformed' } : { kind: 'unsupported', what: scheme };
  }
  const id = withoutFragment(text);
  return { kind: 'fetch', id, url: id };
}
