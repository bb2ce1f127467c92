import type { JsonObject, Outcome } from '@proofmark/schemas';
import type { Badge } from '../intake/handed.js';
import type { FetchFailure } from '../ports.js';
import type { IssuerFacts } from './issuer-facts.js';

/** How the key of a proof was found, and what the place where it was found says about it. All of it plain: a verdict can be replayed. */
export type KeyFact =
  /** In a document about `documentId` (a DID or controller document), which may let the key sign credentials. */
  | {
      readonly found: 'document';
      readonly documentId: string;
      /** True for did:key and did:jwk: the id is the key, and proves nobody but itself. */
      readonly selfContained: boolean;
      readonly controller: string | null;
      readonly authorised: boolean;
      /** RFC 3339, as written. */
      readonly expires: string | null;
      readonly revoked: string | null;
      /** Origins that the document names as its own domains; whether they agree is another question. */
      readonly linkedDomains: readonly string[];
    }
  /** In the key set of the issuer's host (implementation guide of OB 3.0); `iss` names the issuer where one host serves several. */
  | { readonly found: 'key-set'; readonly url: string; readonly iss: string | null }
  /** Only in the token's header, or at an address that nothing ties to the issuer. */
  | { readonly found: 'unbound' }
  /** Nobody was asked: the badge's shape, or the proof's, forbids to look at its signature. */
  | { readonly found: 'not-sought' }
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
        | 'unsupported-suite';
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
  readonly credential: JsonObject;
  /** The header and claims of the token, for a VC-JWT. */
  readonly jwt: { readonly header: JsonObject; readonly claims: JsonObject } | null;
  /** The shape gate, for proofs that sign statements; `keySafety` for those that sign bytes. */
  readonly gate: Outcome;
  readonly keySafety: Outcome;
  readonly proofs: readonly ProofFact[];
  /** Set when it is no badge, nor part of one: the data model's own rules count, and every proof has to hold. */
  readonly kind?: 'credential';
}

/** What became of one status entry. */
export interface StatusFact {
  readonly type: string;
  readonly purpose: string | null;
  readonly list: string | null;
  readonly answer:
    | {
        readonly kind: 'bit';
        readonly set: boolean;
        readonly sound: boolean;
        readonly fault: string | null;
        readonly validUntil: string | null;
      }
    | { readonly kind: 'unsupported' }
    | { readonly kind: 'unreachable'; readonly code: FetchFailure; readonly host: string }
    | { readonly kind: 'invalid'; readonly fault: string }
    | { readonly kind: 'untrusted'; readonly fault: string }
    | { readonly kind: 'not-asked' };
  /** What the issuer says about a withdrawal (`statusReference`); asked only when the bit is set. Claimed text. */
  readonly reason: string | null;
  readonly date: string | null;
}

/** Whether the badge is about the person that was asked for. */
export type RecipientFact = 'not-asked' | 'match' | 'no-match' | 'names-nobody';

/** A piece of work, as far as the badge itself tells. */
export interface WorkFact {
  readonly id: string | null;
  /** A digest, or a link that names one immutable version; null when this host could not load what reads links. */
  readonly pinned: boolean | null;
}

/** A credential inside the badge, gathered likewise. */
export interface ContainedFact {
  readonly role: 'endorsement' | 'member';
  /** Whether an endorsement is about the thing that carries it. */
  readonly aboutCarrier: boolean;
  readonly facts: Facts;
}

/** Everything that judging needs, beside the time and the policy. */
export interface Facts {
  /** What intake says. */
  readonly format: Outcome;
  readonly container: Badge['container'] | null;
  readonly secured: Secured | null;
  readonly status: readonly StatusFact[];
  readonly recipient: RecipientFact;
  readonly work: readonly WorkFact[];
  readonly issuer: IssuerFacts;
  readonly contained: readonly ContainedFact[];
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
}
