/** How much of a repository is read at most. */
export interface GitLimits {
  /** One answer of the server, in bytes. */
  readonly packBytes: number;
  /** The list of refs, in bytes. */
  readonly refsBytes: number;
  /** Objects in one pack. */
  readonly objects: number;
  /** One object, in bytes. */
  readonly objectBytes: number;
  /** All objects of one pack together, in bytes. */
  readonly inflatedBytes: number;
  /** Entries of the tree, folders included. */
  readonly entries: number;
  /** Folders inside folders. */
  readonly depth: number;
  /** Generations of history that are asked for. */
  readonly generations: number;
  /** For everything together. */
  readonly milliseconds: number;
}

export const GIT_LIMITS: GitLimits = {
  packBytes: 64 * 1024 * 1024,
  refsBytes: 8 * 1024 * 1024,
  objects: 250_000,
  objectBytes: 32 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  entries: 100_000,
  depth: 64,
  generations: 10_000,
  milliseconds: 60_000,
};
