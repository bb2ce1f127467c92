import type { UseCases } from '../../../issuing/use-cases.js';

/** What the operations of the API translate to, and what their answers need beside it. */
export interface ApiContext {
  readonly useCases: UseCases;
  /** The service's public URL without a slash at the end. */
  readonly baseUrl: string;
  /** The service's address is loopback: plain http may be named in requests. */
  readonly local: boolean;
  now(): Date;
  /** Runs what a request asks of the database on behalf of an issuer, or of a key that has none. */
  onBehalfOf<T>(who: string, work: () => T): T;
}
