import type { DoiAnswer } from '@proofmark/evidence';
import type { GitSource, SignaturePort } from '@proofmark/git-reader';
import type { ArchiveName } from '@proofmark/schemas/evidence';
import type { DocumentSource } from '@proofmark/verifying';
import type { Clock, RandomSource } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';

/** What an archive is asked to save. */
export interface ArchiveTarget {
  /** The address of a repository, or of a web resource. */
  readonly url: string;
  /** The SWHID of the work, with its qualifiers; null for work that is not in a repository. */
  readonly swhid: string | null;
}

/** What an archive said. It is asked again while the state is `requested`. */
export type ArchiveAnswer =
  | { readonly state: 'kept' /** Where the copy is. */; readonly url: string; readonly at: Date }
  | {
      readonly state: 'requested';
      /** The archive's own name for the work that it does; null when it has not begun, so that it has to be asked anew. */
      readonly job: string | null;
      /** Seconds after which to ask again, as the archive wishes. */
      readonly after: number;
    }
  | { readonly state: 'failed' /** A stable code. */; readonly reason: string };

/** A public archive. What the network does is an answer, never an exception. */
export interface Archive {
  request(target: ArchiveTarget): Promise<ArchiveAnswer>;
  /** How far the work is that `request` began. */
  status(job: string, target: ArchiveTarget): Promise<ArchiveAnswer>;
}

/** The archives that this service is connected to. */
export type Archives = Readonly<Partial<Record<ArchiveName, Archive>>>;

/** Whom a forge names as the author of a commit. */
export type CommitAuthor =
  | { readonly ok: true /** Null when no account of theirs is. */; readonly account: { readonly id: string; readonly name: string } | null }
  | { readonly ok: false };

/** A code forge (GitHub, GitLab) that knows which accounts are the authors of commits. What the network does is an answer, never an exception. */
export interface Forge {
  /** The host in links to its repositories, with a port when there is one. */
  readonly host: string;
  /** @param repository its path: `ada/todo` */
  authorOf(repository: string, commit: string): Promise<CommitAuthor>;
}

/** What became of copying a page. `notes`: stable codes of what a reader of the copy should know. */
export type PageCapture =
  | { readonly ok: true /** UTF-8, one whole HTML document. */; readonly bytes: Uint8Array; readonly notes: readonly string[] }
  | { readonly ok: false; readonly code: string };

/** Takes copies of web pages, each as one HTML document in which nothing runs and that loads nothing. */
export interface PageCapturer {
  capture(url: string): Promise<PageCapture>;
}

/** What reads the work that links lead to: the network as the service may use it. */
export interface EvidenceSources {
  /** The safe fetch. */
  readonly documents: DocumentSource;
  readonly git: GitSource;
  /** What the registry of a DOI says of it; left out where none is asked. */
  askDoi?(doi: string): Promise<DoiAnswer>;
  readonly pages: PageCapturer;
  /** The archives that this service is connected to. */
  readonly archives: Archives;
  readonly forges: readonly Forge[];
  /** Checks the signatures of SSH keys. */
  readonly signatures: SignaturePort;
  /** The text of a small file that names the owner of a site; null when there is none, or another origin answers. */
  readAuthorshipFile(url: string): Promise<string | null>;
}

/** What gathering the evidence of a badge takes. */
export interface EvidenceGathering {
  readonly sources: EvidenceSources;
  readonly recipients: RecipientHashes;
  readonly clock: Clock;
  readonly random: RandomSource;
  /** The service's address is loopback: plain http to loopback may be named and fetched. */
  readonly local: boolean;
}
