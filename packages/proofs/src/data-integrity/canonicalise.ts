import type { JsonObject, MaybePromise } from '@proofmark/primitives';

/** The hash inside RDFC-1.0: SHA-256, but SHA-384 for `ecdsa-rdfc-2019` with a P-384 key. */
export type CanonicalHash = 'SHA-256' | 'SHA-384';

/** The canonical N-Quads of a document, or why there are none. */
export type Canonicalisation =
  | { readonly ok: true; readonly nquads: string }
  /** Something in the document would not be signed: `term` is the word, as far as it is known. */
  | { readonly ok: false; readonly code: 'data-loss'; readonly term: string | null }
  /** A context that is not pinned; it was not fetched. */
  | { readonly ok: false; readonly code: 'unsupported-vocabulary'; readonly url: string | null }
  /** Too deep, too large, or a graph that takes too much work. */
  | { readonly ok: false; readonly code: 'limit-exceeded' }
  /** This host cannot hash: a browser gives a page without TLS no cryptography. */
  | { readonly ok: false; readonly code: 'unsupported-by-host' }
  /** No JSON-LD: a redefined protected term, a context of the wrong shape … */
  | { readonly ok: false; readonly code: 'malformed-document' };

/** JSON-LD to canonical N-Quads. `@proofmark/proofs/jsonld` has the full one; load it only when it is needed. */
export type Canonicalise = (document: JsonObject, hash: CanonicalHash) => MaybePromise<Canonicalisation>;
