import type { Outcome, Report } from '@proofmark/schemas';

/** One proof of a presentation. What it was made for is told as written: whether that is what was asked for, the caller knows. */
export interface PresentationProof {
  readonly suite: string;
  readonly verificationMethod: string | null;
  readonly purpose: string | null;
  readonly domain: readonly string[];
  readonly challenge: string | null;
  /** RFC 3339, as written. */
  readonly created: string | null;
  /** Before when the proof does not count, where it says so. */
  readonly notBefore: string | null;
  readonly expires: string | null;
  /** The DID or address whose document has the key; null when the key was not found. */
  readonly controller: string | null;
  readonly signature: Outcome;
  readonly keyAuthorised: Outcome;
}

/** One credential of a presentation. */
export interface PresentedCredential {
  /** False when it has no proof of its own: only the presentation's could stand for it, and only if the holder issued it. */
  readonly secured: boolean;
  readonly issuer: string | null;
  readonly report: Report;
}

/** What was found about a presentation. Nothing here says yes or no as a whole: that depends on what was asked for. */
export interface PresentationReport {
  readonly holder: string | null;
  readonly proofs: readonly PresentationProof[];
  readonly credentials: readonly PresentedCredential[];
  readonly contacted: readonly { readonly host: string; readonly for: string }[];
  /** RFC 3339, the time that the judging used as "now". */
  readonly checkedAt: string;
}
