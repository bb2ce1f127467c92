import type { Endorser, EvidenceReport, JsonObject, Outcome } from '@proofmark/schemas';
import type { Badge } from '../input/reading.js';
import type { FetchFailure } from '../ports.js';
import type { IssuerFacts } from './issuer-facts.js';
import type { Secured } from './secured.js';

export type { KeyFact, ProofFact, Secured } from './secured.js';

/** What became of one status entry. */
export interface StatusFact {
  readonly type: string;
  readonly purpose: string | null;
  readonly list: string | null;
  readonly answer:
    | {
        readonly kind: 'bit';
        readonly set: boolean;
        /** The value of the entry, which may be several bits wide. */
        readonly value: number;
        /** What leaves it open whether this is the right list, or null. */
        readonly fault: string | null;
        /** Who signed the list, when it is somebody else than the badge's issuer. */
        readonly foreignIssuer: string | null;
        /** How many entries the list has; null for a kind of list without group privacy. */
        readonly entries: number | null;
        /** When the list counts: every date that it states, as written. */
        readonly from: readonly string[];
        readonly until: readonly string[];
        /** What the badge's own entry calls this value (`statusMessage`), or null. */
        readonly message?: string | null;
        /** The list's terms of use, by which it may name a list of suspensions. */
        readonly terms: readonly JsonObject[];
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

/** What became of the question for a newer version. */
export type RefreshFact =
  /** The badge names no place for newer versions, or its signature is not good. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unsupported'; readonly type: string }
  | { readonly kind: 'unreachable'; readonly code: FetchFailure; readonly host: string }
  /** What answered is no newer version of this badge: the original stands. */
  | {
      readonly kind: 'refused';
      readonly fault: 'no-badge' | 'other-badge' | 'older' | 'schema' | 'not-authentic';
      readonly host: string;
    }
  | { readonly kind: 'same' }
  /** The credential of these facts is the newer one; `from` is when it begins to be valid, as written. */
  | { readonly kind: 'newer'; readonly from: string };

/**
 * Whether the badge is about the person that was asked for; `not-an-address` when the question names nobody;
 * `not-compared` when this host could not load what compares.
 */
export type RecipientFact = 'not-asked' | 'not-an-address' | 'not-compared' | 'match' | 'no-match' | 'names-nobody';

/** A piece of work, as far as the badge itself tells. */
export interface WorkFact {
  readonly id: string | null;
  /**
   * The issuer signed a fingerprint of it: a digest, or the SWHID beside a link. Null when the link names a version and the badge has no
   * fingerprint of it, and when this host could not load what reads links.
   */
  readonly pinned: boolean | null;
  /** The place of the work that this only names again, by a SWHID. */
  readonly companionOf?: number;
}

/** What looking at the work again gave, as of when the facts were gathered. */
export interface RecheckFact {
  /** The four lines about each evidence object, in the order of `Facts.work`. */
  readonly lines: readonly EvidenceReport[];
  /** Null when the badge names no work, and no document that it binds has changed. */
  readonly outcome: Outcome | null;
}

/** A credential inside the badge, gathered likewise. */
export interface ContainedFact {
  readonly role: 'endorsement' | 'member';
  /** Whether an endorsement is about the thing that carries it. */
  readonly aboutCarrier: boolean;
  /** Of an endorsement: who signed it, as far as its issuer’s id tells. */
  readonly endorser?: Endorser;
  /** Where an endorsement was found that is not part of the badge itself. */
  readonly from?: 'work-log';
  readonly facts: Facts;
}

/** Everything that judging needs, beside the time and the policy. */
export interface Facts {
  /** What reading the input gave. */
  readonly format: Outcome;
  readonly container: Badge['container'] | null;
  readonly secured: Secured | null;
  readonly refresh: RefreshFact;
  readonly status: readonly StatusFact[];
  readonly recipient: RecipientFact;
  readonly work: readonly WorkFact[];
  /** Null when the evidence was not rechecked. */
  readonly recheck: RecheckFact | null;
  readonly issuer: IssuerFacts;
  readonly contained: readonly ContainedFact[];
  /** Credentials inside that were too many, or too deep, to be looked at. */
  readonly skipped: number;
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
}
