import type { Json, JsonObject, Outcome } from '@proofmark/schemas';
import type { RecipientFact, WorkFact } from '../facts/facts.js';
import type { RegistryFact } from '../facts/issuer-facts.js';
import type { Container } from '../input/reading.js';
import type { FetchFailure } from '../ports.js';

/** A document that a badge links to, or why there is none. */
export type Linked =
  | { readonly kind: 'document'; readonly json: JsonObject }
  /** 410: its publisher says that it is no more. */
  | { readonly kind: 'gone'; readonly host: string }
  | { readonly kind: 'unreachable'; readonly code: FetchFailure; readonly host: string; readonly status?: number }
  /** It answered with something else: no JSON, or a document with another id. */
  | { readonly kind: 'other'; readonly host: string }
  /** The badge names none that could be asked for. */
  | { readonly kind: 'unnamed' };

/** One key that the signature was tried with. */
export interface KeyTried {
  readonly id: string | null;
  /** Whether the issuer's profile lists the key, and whether the key says that it is the issuer's. */
  readonly listed: boolean;
  readonly owned: boolean;
  readonly signature: Outcome;
}

/** What was gathered about an Open Badges 2.0 badge. All of it plain: a verdict can be replayed. */
export interface OlderFacts {
  readonly container: Container;
  readonly form: 'hosted' | 'signed';
  /** The address or URN that the badge calls itself by. */
  readonly id: string | null;
  /** The assertion that counts: of a hosted badge the one that its own address answers with, of a signed one its payload. */
  readonly assertion: Linked;
  readonly badgeClass: Linked;
  readonly issuer: Linked;
  /** The id of the issuer's profile, as the badge class links it. */
  readonly issuerId: string | null;
  readonly alg: string | null;
  /** The keys of a signed badge; empty when the issuer names none. */
  readonly keys: readonly KeyTried[];
  /** The issuer's revocation list, for a signed badge that has one. */
  readonly revocations: { readonly kind: 'none' } | { readonly kind: 'asked'; readonly host: string; readonly answer: Linked };
  readonly recipient: RecipientFact;
  readonly work: readonly WorkFact[];
  readonly endorsements: number;
  readonly registries: readonly RegistryFact[];
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
}

/** The object of a linked document, or undefined. */
export function documentOf(linked: Linked): Json | undefined {
  return linked.kind === 'document' ? linked.json : undefined;
}
