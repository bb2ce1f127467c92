import type { Report } from '@proofmark/schemas';
import type { Fetched, FetchRequest, Policy, VerifyInput } from '@proofmark/verifying';

/** The digests of a body that only the relay has read, by the names that WebCrypto gives the algorithms. */
export type StatedDigests = Readonly<Record<string, Uint8Array>>;

/** What the page says to the worker: what to check, and what became of each document that the worker asked for. */
export type ToWorker =
  | { readonly input: VerifyInput; readonly policy: Policy }
  | { readonly answer: number; readonly fetched: Fetched; readonly digests: StatedDigests | undefined };

/** What the worker says to the page: a document that it needs, or the end. A null report is a fault of ours. */
export type FromWorker = { readonly ask: number; readonly request: FetchRequest } | { readonly report: Report | null };
