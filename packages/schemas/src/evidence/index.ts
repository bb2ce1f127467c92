export type { ArchiveName, Authorship, Capture, EvidenceReportDocument, ReportedEvidence } from './evidence-report.js';
export { ARCHIVE_NAMES, EVIDENCE_REPORT_TYPE } from './evidence-report.js';
export type { EvidenceKind, GitFacts } from './facts.js';
export { EVIDENCE_KINDS } from './facts.js';
export { FORGE_KINDS, type ForgeKind, type RepositoryContents, type RepositoryReader } from './repository.js';
export type { EvidenceAge, LoggedEvidence, LoggedRecheck, SameBytes, WorkLogDocument } from './work-log.js';
export { SAME_BYTES, WORK_LOG_TYPE } from './work-log.js';
