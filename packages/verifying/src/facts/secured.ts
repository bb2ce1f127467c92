import type { JsonObject, Outcome, SchemaFindings } from '@proofmark/schemas';

/** How the key of a proof was found, and what the place where it was found says about it. All of it plain: a verdict can be replayed. */
export type KeyFact =
  /** In a document about `documentId` (a DID or controller document), which may let the key sign credentials. */
  | {
      readonly found: 'document';
      readonly documentId: string;
      /** True for did:key and did:jwk: the id is the key, so the document proves no other identity. */
      readonly selfContained: boolean;
      readonly controller: string | null;
      readonly authorised: boolean;
      /** RFC 3339, as written. */
      readonly expires: string | null;
      readonly revoked: string | null;
      /** Why it was revoked; claimed text. */
      readonly revocationReason: string | null;
      /** RFC 3339, as written: when the issuer stopped signing with the key. */
      readonly retired: string | null;
      /** Origins that the document names as its own domains; whether they agree is another question. */
      readonly linkedDomains: readonly string[];
      /** That whoever serves the document has suspended its issuer: since when, and why (claimed text). Absent in older recordings. */
      readonly suspended?: { readonly since: string; readonly reason: string | null } | null;
    }
  /** In the key set of the issuer's host (implementation guide of OB 3.0); `iss` names the issuer where one host serves several. */
  | { readonly found: 'key-set'; readonly url: string; readonly iss: string | null }
  /** Only in the token's header, or at an address that nothing ties to the issuer. */
  | { readonly found: 'unbound' }
  /** No key was looked up: the shape of the badge or of the proof does not allow its signature to be checked. */
  | { readonly found: 'not-sought' }
  /** The key was found, and says itself that it is not for checking such signatures; `documentId` is that of the document it stands in. */
  | { readonly found: 'other-use'; readonly documentId: string | null }
  /** The issuer's document answered and does not have the key. */
  | { readonly found: 'not-listed'; readonly documentId: string }
  | {
      readonly found: 'none';
      readonly code:
        | 'issuer-unreachable'
        | 'offline'
        | 'issuer-document-invalid'
        | 'unsupported-did-method'
        | 'key-not-found'
        | 'unsupported-suite'
        | 'unsupported-by-host';
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** One proof, with the outcome of its signature as a fact. */
export interface ProofFact {
  readonly form: 'data-integrity' | 'jwt';
  /** What the proof signs: RDF statements, or the bytes of the document. */
  readonly signs: 'statements' | 'bytes';
  readonly suite: string;
  readonly verificationMethod: string | null;
  readonly purpose: string | null;
  /** RFC 3339, as written in the proof. */
  readonly created: string | null;
  readonly expires: string | null;
  readonly key: KeyFact;
  readonly signature: Outcome;
}

/** A credential with what is known of its proofs: a badge, an endorsement, or a status list. */
export interface Secured {
  /** As it is read: see `DocumentForm.credential`. */
  readonly credential: JsonObject;
  /** The header and claims of the token, for a VC-JWT, and whether they agree with the credential; without that, this host could not compare them. */
  readonly jwt: { readonly header: JsonObject; readonly claims: JsonObject; readonly agreement?: Outcome } | null;
  /** The shape gate, for proofs that sign statements; `keySafety` for those that sign bytes. */
  readonly gate: Outcome;
  readonly keySafety: Outcome;
  readonly proofs: readonly ProofFact[];
  /** What the schema finds: that of its class, or with `kind` the data model's own rules. Null where the host could not load it. */
  readonly schema: SchemaFindings | null;
  /**
   * What the issuer's record of what it issued says about it, where a key signed it that the issuer revoked. Absent where nothing was asked: by
   * itself the signature of such a key is no answer.
   */
  readonly recorded?: Outcome;
  /** The status that a token claims beside `credentialStatus`, by a mechanism that is not known here. */
  readonly claimedStatus?: JsonObject;
  /** Set when it is no badge, nor part of one: the data model's own rules count, and every proof has to hold. */
  readonly kind?: 'credential';
}
