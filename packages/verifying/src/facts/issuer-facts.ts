import type { FetchFailure } from '../ports.js';
import type { Secured } from './secured.js';

/** Why a domain linkage credential does not link this issuer and this domain, independent of its signature. */
export type LinkageFault = 'shape' | 'issuer' | 'subject' | 'origin' | 'dates';

/** One domain linkage credential that a domain hosts for the issuer. Times are milliseconds since 1970 UTC; null where none is stated. */
export interface LinkageFact {
  readonly secured: Secured;
  readonly fault: LinkageFault | null;
  readonly from: number | null;
  readonly until: number | null;
}

/** What became of one web domain that the issuer's document names (`LinkedDomains`). All of it plain: a verdict can be replayed. */
export interface DomainFact {
  /** The origin, or the text that the document has in its place. */
  readonly origin: string;
  readonly answer:
    | { readonly kind: 'unreachable'; readonly code: FetchFailure }
    /** The domain answered, and says nothing about this issuer. */
    | { readonly kind: 'silent'; readonly fault: 'not-an-origin' | 'no-configuration' | 'malformed' | 'other-issuer' }
    | { readonly kind: 'credentials'; readonly credentials: readonly LinkageFact[] };
}

/** What one registry of the reader's says about the issuer. */
export interface RegistryFact {
  /** The address that the reader gave. */
  readonly url: string;
  /** What the reader calls it, or null. */
  readonly called: string | null;
  /** What the registry calls itself, where it says so under its own signature. */
  readonly name: string | null;
  readonly answer:
    | {
        readonly kind: 'listed';
        /** What the registry calls the issuer. */
        readonly name: string | null;
        readonly validity: Validity;
      }
    | { readonly kind: 'not-listed'; readonly validity: Validity }
    | { readonly kind: 'unreachable'; readonly code: FetchFailure }
    /** It answered with something that is no registry, or that is not signed by it. */
    | { readonly kind: 'invalid'; readonly fault: string };
}

/** When a signed statement counts, in milliseconds since 1970 UTC; null where it does not say. */
export interface Validity {
  readonly from: number | null;
  readonly until: number | null;
}

/** Everything that others were asked about the issuer. */
export interface IssuerFacts {
  readonly domains: readonly DomainFact[];
  readonly registries: readonly RegistryFact[];
}
