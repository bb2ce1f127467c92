/** The code forges whose public API a browser can ask. */
export const FORGE_KINDS = ['github', 'gitlab', 'forgejo', 'bitbucket'] as const;
export type ForgeKind = (typeof FORGE_KINDS)[number];

/** Who answered for a repository. */
export interface RepositoryReader {
  /**
   * `git`: git itself was read, and every byte was hashed. `forge`: the forge's public API was asked, so that the commit is there by its
   * word; its list of files was recomputed where `treeCompared` says so.
   */
  readonly grade: 'git' | 'forge';
  /** The host that answered. */
  readonly host: string;
  /** Of grade `forge`: whether the list of files was hashed here and has the id that the badge or the commit names. */
  readonly treeCompared?: boolean;
}

/** What a repository holds, each part with who told it; null where nobody did. The texts are claims. */
export interface RepositoryContents {
  /** The files at the judged commit. */
  readonly listing: {
    readonly by: 'git' | 'forge' | 'issuer';
    readonly files: number;
    readonly bytes: number | null;
    /** The ten that most is written in. */
    readonly languages: readonly { readonly name: string; readonly files: number | null; readonly bytes: number | null }[];
    /** The name of the licence's file in the root folder. */
    readonly licence: string | null;
  } | null;
  /** The commits that lead to the judged one, itself included. */
  readonly history: {
    readonly by: 'git' | 'issuer';
    readonly commits: number | null;
    /** False when there are more than were read. */
    readonly complete: boolean | null;
    /** RFC 3339, the first and the last of them. */
    readonly first: string | null;
    readonly last: string | null;
  } | null;
  /** What the main branch holds beyond the judged commit, by the forge's word. */
  readonly since: { readonly commits: number /** RFC 3339, the newest commit. */; readonly last: string | null } | null;
  /** RFC 3339: when the issuer read the work, by its report. */
  readonly judgedAt: string | null;
}
