import type { Ports } from '@proofmark/verifying';

/** What the VC-API needs for verifying. */
export interface VerifyDeps {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  readonly ports: Ports;
  readonly now: () => Date;
}
