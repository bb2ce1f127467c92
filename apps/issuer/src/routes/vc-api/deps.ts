import type { ClientOf } from '@proofmark/verify';
import type { ReadInTurns } from '../../limits/read-in-turns.js';
import type { Verifier } from '../../verification/verifier.js';

/** What the routes of the VC-API need. */
export interface VcApiDeps {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  /** The address is loopback, and so may be what is asked for. */
  readonly local: boolean;
  readonly verifier: Verifier;
  readonly client: ClientOf;
  readonly read: ReadInTurns;
  readonly now: () => Date;
}
