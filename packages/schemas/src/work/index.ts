export type { ArchiveName, Authorship, EvidenceReportDocument, KeptCopy, ReportedWork } from './evidence-report.js';
export { ARCHIVE_NAMES, EVIDENCE_REPORT_TYPE } from './evidence-report.js';
export type { EvidenceKind, GitFacts } from './facts.js';
export { EVIDENCE_KINDS } from './facts.js';
export type { LoggedWork, SameBytes, WorkAge, WorkLogDocument, WorkLook } from './work-log.js';
export { SAME_BYTES, WORK_LOG_TYPE } from './work-log.js';
