import type { Recheck } from '@proofmark/evidence';
import type { EvidenceReport } from '@proofmark/schemas';
import type { EvidenceReportDocument, GitFacts, ReportedEvidence, RepositoryContents } from '@proofmark/schemas/evidence';

/** What a repository holds: as whoever looked now found it, and for the rest as the issuer's report tells. Nothing for other work. */
export function contentsOf(
  { recheck }: { readonly recheck: Recheck | null },
  reported: ReportedEvidence | undefined,
  report: EvidenceReportDocument | null,
): Pick<EvidenceReport, 'contents'> {
  const found = recheck?.contents;
  const told = reported?.git ?? null;
  if (found === undefined && told === null) return {};
  const listing = found?.listing ?? (told === null ? null : listingOf(told, reported?.size ?? null));
  const history = found?.history ?? (told === null ? null : historyOf(told));
  return { contents: { listing, history, since: found?.since ?? null, judgedAt: report?.madeAt ?? null } };
}

function listingOf({ files, languages }: GitFacts, bytes: number | null): RepositoryContents['listing'] {
  return { by: 'issuer', files, bytes, languages: languages.map((name) => ({ name, files: null, bytes: null })), licence: null };
}

function historyOf({ commits, complete, first, last }: GitFacts): RepositoryContents['history'] {
  return { by: 'issuer', commits, complete, first, last };
}
