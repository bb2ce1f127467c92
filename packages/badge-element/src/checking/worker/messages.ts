import type { Report } from '@proofmark/schemas';
import type { Fetched, FetchRequest, Policy, Ports, VerifyInput } from '@proofmark/verifying';

/** The digests of a body that only the relay has read, by the names that WebCrypto gives the algorithms. */
export type StatedDigests = Readonly<Record<string, Uint8Array>>;

/** Reads repositories for the page, at its server. */
export type RelayedGit = NonNullable<Ports['git']>;

/** A commit that the worker asks about. */
export type RepositoryRequest = Pick<Parameters<RelayedGit['read']>[0], 'remotes' | 'place'>;

/** What the page says to the worker: what to check, and what became of each document and repository that the worker asked for. */
export type ToWorker =
  | { readonly input: VerifyInput; readonly policy: Policy /** Whether the page can have repositories read. */; readonly git?: boolean }
  | { readonly answer: number; readonly fetched: Fetched; readonly digests: StatedDigests | undefined }
  | { readonly answer: number; readonly read: Awaited<ReturnType<RelayedGit['read']>> };

/** What the worker says to the page: a document or a repository that it needs, or the end. A null report is a fault of ours. */
export type FromWorker =
  | { readonly ask: number; readonly request: FetchRequest }
  | { readonly ask: number; readonly repository: RepositoryRequest }
  | { readonly report: Report | null };
