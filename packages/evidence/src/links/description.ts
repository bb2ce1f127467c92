import type { EvidenceKind } from '@proofmark/schemas/evidence';

/** What is wrong with a link (it is refused), or what keeps it from being pinned (it is taken, and said so). Stable names. */
export const LINK_PROBLEMS = [
  'not-a-url', // refused: cannot be read as an absolute URL, or is malformed for its scheme
  'forbidden-scheme', // refused: javascript:, data:, file: and every scheme that is not https, http, swh or doi
  'user-info', // refused: a name or password before the host
  'private-host', // refused: a name of a private network, or an IP address instead of a name
  'ssh-link', // refused: the address of a repository for SSH or git (`git@host:path`); `httpsOfRemote` gives the one to use
  'future-capture', // refused: a capture of an archive that is still to be taken
  'not-encrypted', // http: anyone on the way can change what a reader sees
  'branch-link', // names a branch, or HEAD: it moves
  'tag-link', // names a tag or a release: it can be moved
  'short-commit', // an abbreviated commit id: it may become ambiguous
  'no-commit', // a repository, a pull request or the like, without a commit
  'no-such-capture', // a link to a capture of a day or an hour that does not exist
  'capture-not-asked', // a link to a capture: only the archive can say whether there is one of that time
  'doi-not-asked', // a DOI: only its registry can say whether it names one version, or the newest of several
  'live-page', // an address that says nothing of its content
  'not-byte-checkable', // a video on the page of its host, which hands out no bytes to compare
] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];

const REFUSALS: ReadonlySet<string> = new Set<LinkProblem>([
  'not-a-url',
  'forbidden-scheme',
  'user-info',
  'private-host',
  'ssh-link',
  'future-capture',
]);

/** How an immutable version is named. */
export type LinkPin = 'commit' | 'swhid' | 'doi' | 'capture';

/** The description of a link, read from its text alone. What nobody has read is not pinned yet, whatever its address names. */
export interface LinkDescription {
  /** The link as it was given. */
  readonly url: string;
  readonly kind: EvidenceKind;
  /** Host and port; null where there is none, as in a SWHID. */
  readonly host: string | null;
  /** The link itself names one immutable version by the hash of its content. */
  readonly pinned: boolean;
  readonly pinnedBy?: 'commit' | 'swhid';
  /** What the link says that it names; of a DOI and a capture, others have to confirm it. */
  readonly names?: LinkPin;
  /** The full id of the commit, 40 or 64 lower-case hexadecimal digits. */
  readonly commit?: string;
  /** The repository's own address, where the link is a forge's. */
  readonly repository?: string;
  /** The fourteen digits of a Wayback link: a claim. */
  readonly captureTime?: string;
  /** The name of a DOI link, such as `10.5281/zenodo.1`. */
  readonly doi?: string;
  /** The form of a pinned link that a browser opens. */
  readonly permalink?: string;
  /** Fetching it may give the bytes of the work itself. False for pages around a work: a forge's view, a video host, a DOI. */
  readonly fetchable: boolean;
  readonly problems: readonly LinkProblem[];
}

/** Whether a link cannot be evidence at all, however it is meant. */
export function isRefused({ problems }: Pick<LinkDescription, 'problems'>): boolean {
  return problems.some((problem) => REFUSALS.has(problem));
}
