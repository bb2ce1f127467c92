import { workLogUrl } from '@proofmark/schemas';
import type { GitFinding } from '@proofmark/schemas/api';
import { EVIDENCE_REPORT_TYPE, type EvidenceReportDocument, type GitFacts, type ReportedEvidence } from '@proofmark/schemas/evidence';
import type { PinnedItem } from '../pinning/pin-item.js';

/** What a report is made of. */
export interface ReportInput {
  /** The badge's own `id`. */
  readonly credential: string;
  /** RFC 3339, when the work was looked at. */
  readonly madeAt: string;
  readonly work: readonly PinnedItem[];
}

/**
 * Writes down what was found about the work of one badge, as far as no standard term says it. Whoever sees the badge sees this too, so
 * it holds no more of a person than the badge does: addresses and keys that were only declared are left out, with their counts.
 */
export function buildEvidenceReport({ credential, madeAt, work }: ReportInput): EvidenceReportDocument {
  return { type: EVIDENCE_REPORT_TYPE, credential, madeAt, log: workLogUrl(credential), items: work.map(reportedWork) };
}

function reportedWork({ evidence, others, finding }: PinnedItem): ReportedEvidence {
  const { url, kind, method, mediaType, size, changedAt, git, kept, theirs, problems } = finding;
  return {
    id: evidence.id,
    given: url.startsWith('urn:') ? null : url,
    kind,
    others: others.map(({ id }) => id),
    pin: method,
    mediaType,
    size,
    changedAt,
    git: git === null ? null : gitFacts(git),
    kept,
    theirs,
    problems,
  };
}

function gitFacts({ commit, ref, files, languages, licence = null, history }: GitFinding): GitFacts {
  return {
    commit,
    ref,
    files,
    languages: languages.map(({ name }) => name),
    licence,
    commits: history?.commits ?? null,
    complete: history?.complete ?? null,
    first: history?.first ?? null,
    last: history?.last ?? null,
  };
}
