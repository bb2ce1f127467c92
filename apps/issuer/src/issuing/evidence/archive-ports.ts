import type { ArchiveName } from '@proofmark/schemas/work';

/** What an archive is asked to save. */
export interface ArchiveTarget {
  /** The address of a repository, or of whatever stands on the web. */
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
