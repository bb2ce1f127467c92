/** Bounds of a recheck. They are in a file of their own because few readers of a badge load this part. */
export const WORK_LIMITS = {
  /** One file of evidence, in bytes: the most that a badge can pin at issue. */
  fileBytes: 20_971_520,
  /** How long reading one repository may take, and looking at all the work of one credential, in milliseconds. */
  repositoryTime: 20_000,
  totalTime: 60_000,
  /** One answer of a forge's API, in bytes, and how many pages of a list of files are asked for. */
  forgeBytes: 2_000_000,
  forgePages: 20,
  /** Entries of a list of files that are hashed. */
  forgeEntries: 10_000,
  /** Pieces that are looked at together. */
  atOnce: 4,
  /** Related resources of one credential that are compared. */
  relatedResources: 10,
} as const;
