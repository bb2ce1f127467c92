import type { GitSource } from '@proofmark/git-reader';
import type { CheckedSignature, CryptoPort, TokenPort } from '@proofmark/proofs';
import type { Json, MaybePromise } from '@proofmark/schemas';
import type { ListCache } from './documents/list-cache.js';

/** Why a document could not be had. The caller of a check turns it into an `unknown`, never into yes or no. */
export type FetchFailure =
  | 'offline' // the caller forbade the network, and the document is not at hand
  | 'refused-address' // scheme, user info, or an address that the safe fetch does not visit
  | 'unreachable' // DNS, TCP, TLS, CORS: no answer that we may read
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'malformed-response' // no HTTP, or a content coding that is broken or was not asked for
  | 'http-status'; // an answer that is not 2xx; `status` says which

/** A fetched document, or the plain reason why there is none. This is a fact: it can be saved and replayed. */
export type Fetched =
  | {
      readonly ok: true;
      /** The URL that was asked for, also after redirects. */
      readonly url: string;
      /** Where the answer came from, when it was redirected. */
      readonly finalUrl?: string;
      readonly status: number;
      /** The essence of the content type, in lower case; empty when there is none. */
      readonly mediaType: string;
      readonly etag: string | null;
      readonly body: Uint8Array;
    }
  | {
      readonly ok: false;
      readonly url: string;
      readonly code: FetchFailure;
      /** Of the answer, where there was one. */
      readonly status?: number;
      /** What the host of the verifier may read of the header of that answer, with names in lower case: it may say when to ask again. */
      readonly headers?: readonly (readonly [name: string, value: string])[];
    };

export interface FetchRequest {
  /**
   * The entity tag of a copy that the caller has. A host that can may ask with `If-None-Match` and answer `ok` with status 304 and no
   * body; any other answers as if it were not there.
   */
  readonly etag?: string;
  /** An absolute http(s) URL. Plain http is for loopback only. */
  readonly url: string;
  /** The `Accept` header. */
  readonly accept: string;
  /** Upper bound of the body, in bytes, after decompression. */
  readonly maxBytes: number;
  /** What the document is wanted for, in a word or two; shown in the list of contacted hosts. */
  readonly for:
    | 'badge'
    | 'issuer'
    | 'status'
    | 'status-reference'
    | 'record'
    | 'registry'
    | 'evidence'
    | 'forge'
    | 'evidence-report'
    | 'related-resource'
    | 'work-log'
    | 'domain'
    | 'refresh'
    | 'endorsement'
    | 'schema';
}

/** The one way in which anything is fetched. Never throws for what the network does. */
export interface DocumentSource {
  fetch(request: FetchRequest): Promise<Fetched>;
}

/** What the verifier needs from its host. Contexts are never fetched, so they are not here. */
export interface Ports {
  readonly crypto: CryptoPort;
  readonly tokens: TokenPort;
  readonly documents: DocumentSource;
  /** Called for each signature that was checked, with the key: for a caller who wants a second opinion. It has no influence on the report. */
  readonly signatureChecked?: (checked: CheckedSignature) => void;
  /** Status lists that were read before; without it each verification reads them anew. See `listCache`. */
  readonly lists?: ListCache;
  /** Reads repositories, when the work is to be looked at again. Left out where that cannot be done, as in a browser: there the public APIs of forges are asked. */
  readonly git?: GitSource;
  /**
   * Waited for before each part of a check that takes long in one piece, so that a host that shares its thread with a page can let the page go
   * on. `document` is one that only the readers of any vocabulary read: these take many times as long as the profile. A host may
   * reject for what is too heavy for its thread; the verification then rejects with the same reason.
   */
  pause?(document?: Json): Promise<unknown>;
  /** Resolves after so many milliseconds. Without it, looking at the work ends only when each of its hosts has answered or timed out. */
  after?(milliseconds: number): Promise<unknown>;
  /** Decompresses gzip; answers null when the data is no gzip or would exceed `maxBytes`. */
  gunzip(data: Uint8Array, maxBytes: number): MaybePromise<Uint8Array | null>;
  /** Decompresses zlib (PNG iTXt, zTXt); answers null likewise. */
  inflate(data: Uint8Array, maxBytes: number): MaybePromise<Uint8Array | null>;
}

/** What the reader wants to know, beside genuineness. All optional; the empty policy is fine. */
export interface Policy {
  /** "Now", in milliseconds since 1970 UTC. A value, so that a verdict can be replayed. */
  readonly at: number;
  /** The e-mail address (or DID) of the person who showed the badge. */
  readonly recipient?: string;
  /** The least number of entries that a status list has to have; 131,072 by default (Bitstring Status List 1.0, 6.1). Some ecosystems set another. */
  readonly leastStatusEntries?: number;
  /**
   * What to find out about the work: only what the badge itself tells (`describe`, the default), or whether it is still what was judged
   * (`recheck`), which asks the hosts of the work. Only a badge that is proved to be its issuer's makes us ask.
   */
  readonly work?: 'describe' | 'recheck';
  /** Issuers that the reader trusts: DIDs or domain names. */
  readonly trustedIssuers?: readonly string[];
  /** Registries that the reader trusts, the most authoritative first. */
  readonly registries?: readonly Registry[];
}

/** A registry of issuers: a JSON file in the form of the Digital Credentials Consortium, or an OpenID Federation. */
export interface Registry {
  /** Where it is. For a federation, the address of its entity configuration. */
  readonly url: string;
  /** What the reader calls it; by default what a federation calls itself, or the address. */
  readonly name?: string;
  /** Found out by what the address answers when it is left out. */
  readonly kind?: 'json' | 'openid-federation';
  /** The registry itself, when the caller has it already; nothing is fetched then. */
  readonly json?: Json;
}
