const RESOLVERS = /^https?:\/\/(?:(?:www\.|dx\.)?doi\.org|archive\.softwareheritage\.org|web\.archive\.org\/web\/\d{14})/i;
/** Azure DevOps writes `version=GC` before a commit. */
const COMMIT = /(?:^|[^0-9a-z]|=GC)(?:[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/i;

/**
 * Whether a link looks as if it named one version: by a commit, a SWHID, a DOI or a capture. `describeLink` says which; this is for whoever
 * only has to know that the question is open.
 */
export function mayNameVersion(link: string): boolean {
  return /^(?:swh|doi):/i.test(link) || RESOLVERS.test(link) || COMMIT.test(link);
}
