export type { AchievementRepository } from './achievements.js';
export type { ApiKeyWithUse } from './api-keys.js';
export type { AuditFilter } from './audit.js';
export type { ClaimToken } from './claims/claim-links.js';
export type { CorrectionState } from './claims/learner-requests.js';
export type { CredentialRepository } from './credentials.js';
export type { NewAssessor } from './endorsements.js';
export type { EventFilter } from './events.js';
export type { ClaimOutcome, IdempotencyClaim, IdempotencyRepository, Made } from './idempotency.js';
export type { BatchRow } from './issued/batch.js';
export type { UnsignedRow } from './issued/unsigned.js';
export type { IssuerRepository } from './issuers.js';
export type { BlobKey } from './jobs/blob-parts.js';
export type { ChunkPlace } from './jobs/issuance-chunks.js';
export type { JobKey, JobProgress, Lease } from './jobs/issuance-jobs.js';
export type {
  ChunkKey,
  ChunkRecord,
  JobOptions,
  JobRecord,
  OddCell,
  RowContent,
  RowCounts,
  RowFault,
  RowProblem,
  RowResult,
  SourceRow,
  UploadProblem,
} from './jobs/job-records.js';
export type { RetentionRecord } from './jobs/retention.js';
export type { Person } from './jobs/standing-badges.js';
export type { KeyringRow } from './keyring.js';
export type { PageByName } from './listing/by-name/places.js';
export type { CredentialFilter } from './listing/credential-filter.js';
export type { OrderedPage } from './listing/credential-list.js';
export type { ChangedWork, DayCounts, EndingBadges } from './listing/overview.js';
export type { BadgeOfRecipient } from './listing/recipients.js';
export type { BadgeWithoutRecipient, FoundRecipient, PlaceOfBadge } from './listing/without-recipient.js';
export type { BadgeMailKind, BadgeMailRecord, BadgeMailState, MailEnd, NewBadgeMail } from './mails/badge-mails.js';
export type { FollowedEvent, MailSettingsRecord } from './mails/mail-settings.js';
export type { FoundAssessment } from './people/assessments.js';
export type { AssessorToTell } from './people/assessors-to-tell.js';
export type { OwnMembership } from './people/people.js';
export type { ReportFilter } from './people/reports.js';
export type { SessionTimes } from './people/sessions.js';
export type { Repositories, Store } from './postgres-store.js';
export type { RecordFileRow, UnrecordedBadge } from './record/issuance-records.js';
export type { BadgeToResign, ResignedBadge } from './record/resignings.js';
export type {
  AchievementRecord,
  ApiEventRecord,
  ApiKeyRecord,
  ArchiveRequestRecord,
  AttemptResult,
  AuditRecord,
  BulkActBadge,
  BulkActRecord,
  ClaimLinkRecord,
  ConsentRecord,
  CredentialKey,
  CredentialRecord,
  DeliveryRecord,
  DueDelivery,
  EndorsementRecord,
  FoundSkillRecord,
  InvitationRecord,
  IssuerDomainRecord,
  IssuerRecord,
  LearnerRequestRecord,
  MailRecord,
  MembershipRecord,
  NewArchiveRequest,
  NewAuditEntry,
  NewRecipient,
  NewSkill,
  PageRequest,
  PasskeyRecord,
  PersonRecord,
  ProfileExtras,
  RecheckResult,
  RecipientRecord,
  ReportRecord,
  ServedWebhook,
  SessionRecord,
  SignedForms,
  SigningKeyRecord,
  SignOnRecord,
  SkillFrameworkKey,
  SkillFrameworkRecord,
  StoredCopy,
  StoredImage,
  ViewingLinkRecord,
  WebhookKey,
  WebhookRecord,
  WebhookSecretRecord,
} from './records.js';
export type { RecordEntryPlace } from './schema/column-types.js';
export type { KeyName, SealedHalf, ServingKey } from './sealed-keys.js';
export type { KeyStanding } from './signing-keys.js';
export type { BulkActKey } from './status/bulk-acts.js';
export type { NotedChange } from './status/journal.js';
export type { Since, StandingRecord } from './status/standings.js';
export type { LockedList, StatusListKey, StatusPurpose } from './status/status-lists.js';
export type { Origin } from './status-places.js';
export type { ShownWork, ViewingToken } from './viewings.js';
