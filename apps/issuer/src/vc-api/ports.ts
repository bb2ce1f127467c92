import type { Ports } from '@proofmark/verifying';

/** What the VC-API face needs for verifying. */
export interface VerifyDeps {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  readonly ports: Ports;
  readonly now: () => Date;
  /** Contexts that the operator answers for, by address, beside the pinned ones. */
  readonly contexts: ReadonlyMap<string, object>;
  /** The bytes of a document that is at hand without asking anyone, or null. */
  readonly atHand: (url: string) => Promise<Uint8Array | null>;
}
