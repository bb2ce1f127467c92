export type { FailedCode, NotApplicableReason, UnknownCode } from './codes.js';
export { FAILED_CODES, NOT_APPLICABLE_REASONS, UNKNOWN_CODES } from './codes.js';
export type { Json, JsonObject, MaybePromise } from './json.js';
export type { BadgeSummary, CheckId, Checks, Detail, EvidenceReport, Outcome, ProofReport, Report, Verdict, WorkAnswer } from './report.js';
export { CHECK_IDS, VERDICTS } from './report.js';
