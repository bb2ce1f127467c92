export type { Json, JsonObject, MaybePromise } from '@proofmark/primitives';
export type { FailedCode, NotABadgeKind, NotApplicableReason, UnknownCode } from './codes.js';
export { FAILED_CODES, NOT_A_BADGE_KINDS, NOT_APPLICABLE_REASONS, UNKNOWN_CODES } from './codes.js';
export { addDuration } from './duration.js';
export {
  achievementUrl,
  assessorDid,
  captureUrl,
  credentialUrl,
  endorsementUrl,
  evidenceReportUrl,
  FIRST_RANDOM_LIST,
  issuerDid,
  issuerUrl,
  isUuid,
  recordFilesUrl,
  recordUrl,
  statusListUrl,
  suspensionListUrl,
  workLogUrl,
} from './ids.js';
export { ACHIEVEMENT_WORDS, isWordIn } from './ob3/achievement-words.js';
export { checkSchema } from './ob3/check.js';
export {
  chooseClass,
  classNames,
  classOf,
  credentialTerms,
  documentClassOf,
  isA,
  isNodeTerm,
  knownTerms,
  propertyOf,
} from './ob3/classes.js';
export {
  CLR_CONTEXT,
  CLR_CONTEXT_PATTERN,
  EXTENSION_TYPES,
  OB3_CONTEXT_ALIASES,
  OB3_CONTEXT_PATTERN,
  OB3_EXTENSIONS_CONTEXT,
  VC1_CONTEXT,
} from './ob3/contexts.js';
export type { Note, SchemaCode, SchemaFindings, SchemaMode, Violation } from './ob3/findings.js';
export { SCHEMA_CODES } from './ob3/findings.js';
export { OB3_CONTEXT, VC2_CONTEXT } from './ob3/issued-contexts.js';
export type { ClassDefinition, ClassName, Kind, PropertyDefinition } from './ob3/model.js';
export { addressForm, isIdentityHash, isListIndex } from './ob3/syntax.js';
export { CREDENTIAL_TERMS, LATE_TERMS } from './ob3/tables.js';
export type {
  Achievement,
  AchievementSubject,
  Alignment,
  Criteria,
  Evidence,
  IdentityObject,
  Image,
  IssuerProfile,
  RelatedResource,
  Result,
  ResultDescription,
  RubricCriterionLevel,
  StatusEntry,
  UnsignedCredential,
  UnsignedEndorsement,
  UnsignedStatusList,
} from './ob3/types.js';
export { isBadgeDocument, isTest, PROVEN_EMAIL_DOMAIN, SUSPENSION_LIST_TYPE, TEST_TYPE, typesOf } from './ob3/types-of.js';
export { isInVocabulary, VOCABULARIES, wordsOf } from './ob3/vocabularies.js';
export type {
  BadgeSummary,
  CaptureReport,
  CheckId,
  Checks,
  Detail,
  Endorser,
  EvidenceAnswer,
  EvidenceReport,
  Outcome,
  ProofReport,
  Report,
  Verdict,
} from './report.js';
export { CHECK_IDS, VERDICTS } from './report.js';
export { checkCredential, checkPresentation, dataModelOf } from './vc2/check.js';
export { readDigestMultibase, readDigestSri, type StatedDigest } from './vc2/digests.js';
export { checkEnveloped, isEnvelope } from './vc2/envelope.js';
