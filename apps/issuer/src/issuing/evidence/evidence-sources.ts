import type { GitSource, SignaturePort } from '@proofmark/git-reader';
import type { DocumentSource } from '@proofmark/verifying';
import type { Archives } from './archive-ports.js';
import type { Forge } from './forge-ports.js';

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
  readonly pages: PageCapturer;
  /** The archives that this service is connected to. */
  readonly archives: Archives;
  readonly forges: readonly Forge[];
  /** Checks the signatures of SSH keys. */
  readonly signatures: SignaturePort;
  /** The text of a small file that names the owner of a site; null when there is none, or another origin answers. */
  readMark(url: string): Promise<string | null>;
}
