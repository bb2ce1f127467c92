export type { Alignment, RelatedAchievement, ResultDescription, RubricLevel } from './achievement-parts.js';
export { alignmentSchema } from './achievement-parts.js';
export type { AchievementFields, AchievementResource, CreateAchievement, UpdateAchievement } from './achievements.js';
export { achievementResourceSchema, createAchievementSchema, updateAchievementSchema } from './achievements.js';
export type { BulkAct, ListBulkActsQuery, UndoIssuanceJob } from './acts/bulk-acts.js';
export { BULK_ACT_KINDS, BULK_ACT_STATES, bulkActSchema, listBulkActsQuerySchema, undoIssuanceJobSchema } from './acts/bulk-acts.js';
export type { AuditAction, AuditActor, AuditDetails, AuditEntry, AuditObject, ListAuditQuery } from './audit.js';
export { AUDIT_ACTIONS, auditEntrySchema, listAuditQuerySchema, listOrganisationLogQuerySchema } from './audit.js';
export type { CreateChallenge, EvidenceChallenge } from './challenges.js';
export { createChallengeSchema, evidenceChallengeSchema } from './challenges.js';
export type {
  ChangedCredentials,
  ChangedRow,
  CorrectCredential,
  EraseCredential,
  ResendCredentials,
  ResentCredentials,
  ResentRow,
  ResumeCredentials,
  RevokeCredential,
  RevokeCredentials,
  RevokedCredentials,
  RevokedRow,
  RevokeOne,
  SuspendCredential,
  SuspendCredentials,
} from './credential-acts.js';
export {
  changedCredentialsSchema,
  correctCredentialSchema,
  eraseCredentialSchema,
  MAX_REVOKED_TOGETHER,
  resendCredentialsSchema,
  resentCredentialsSchema,
  resentRowSchema,
  resumeCredentialsSchema,
  revokeCredentialSchema,
  revokeCredentialsSchema,
  revokedCredentialsSchema,
  suspendCredentialSchema,
  suspendCredentialsSchema,
} from './credential-acts.js';
export type {
  CredentialFilter,
  CredentialLinks,
  CredentialOrder,
  CredentialResource,
  CredentialState,
  CredentialSummary,
  ListCredentialsQuery,
  ListOrder,
  NameOrder,
  RecipientSummary,
  SearchCredentials,
} from './credential-resources.js';
export {
  CREDENTIAL_ORDERS,
  CREDENTIAL_STATES,
  credentialResourceSchema,
  credentialSummarySchema,
  isNameOrder,
  listCredentialsQuerySchema,
  searchCredentialsSchema,
} from './credential-resources.js';
export type { IssueCredential, RenewCredential, ResultInput } from './credentials.js';
export { issueCredentialSchema, renewCredentialSchema } from './credentials.js';
export type { Assessor, EndorseCredential, Endorsement } from './endorsements.js';
export { endorseCredentialSchema, endorsementSchema } from './endorsements.js';
export type { ApiEvent, ApiEventType, ListEventsQuery } from './events.js';
export { API_EVENT_TYPES, apiEventSchema, listEventsQuerySchema } from './events.js';
export type { CheckEvidence, EvidenceCheck, EvidenceFinding, GitFinding, PolicyRemark } from './evidence.js';
export { checkEvidenceSchema, evidenceCheckSchema, evidenceFindingSchema } from './evidence.js';
export type {
  AnyEvidenceInput,
  CaptureRequest,
  DeclaredAuthor,
  EvidenceInput,
  LinkedAccount,
  PrivateEvidenceInput,
} from './evidence-input.js';
export type { EvidencePolicy } from './evidence-policy.js';
export { evidencePolicySchema } from './evidence-policy.js';
export type { ExportedCredential, ExportFormat, ExportQuery } from './exports/issuer-export.js';
export { EXPORT_FORMATS, EXPORTS, exportQuerySchema } from './exports/issuer-export.js';
export type { AssessmentOfExport, CredentialOfExport, RecipientExport } from './exports/recipient-export.js';
export { recipientExportSchema } from './exports/recipient-export.js';
export type { FieldCode } from './fields.js';
export { FIELD_CODES, id as idSchema, isWebUrl } from './fields.js';
export type { ReadUploadColumns, UploadColumn, UploadColumns } from './issuance-jobs/columns.js';
export { readUploadColumnsSchema, uploadColumnsSchema } from './issuance-jobs/columns.js';
export type { IssuanceJob, IssuanceJobProblem, JobState, ListIssuanceJobsQuery, UploadProblemCode } from './issuance-jobs/job.js';
export { issuanceJobSchema, listIssuanceJobsQuerySchema, UPLOAD_PROBLEM_CODES } from './issuance-jobs/job.js';
export type {
  CreateIssuanceJob,
  DuplicateRule,
  IssuanceJobOptions,
  JobColumn,
  PostIssuanceJobQuery,
} from './issuance-jobs/options.js';
export {
  createIssuanceJobSchema,
  DUPLICATE_RULES,
  issuanceJobOptionsSchema,
  JOB_COLUMNS,
  postIssuanceJobQuerySchema,
} from './issuance-jobs/options.js';
export type { IssuanceJobRow, IssuanceJobRowFault, ListIssuanceJobRowsQuery, RowState } from './issuance-jobs/rows.js';
export { issuanceJobRowSchema, listIssuanceJobRowsQuerySchema, ROW_STATES } from './issuance-jobs/rows.js';
export type { DomainCheck, IssuerDomain, LinkDomain } from './issuer/domains.js';
export { domainCheckSchema, issuerDomainSchema, linkDomainSchema } from './issuer/domains.js';
export type { ChangedWorkOfBadge, DailyCount, IssuerOverview } from './issuer/overview.js';
export { issuerOverviewSchema } from './issuer/overview.js';
export type { CreateIssuer, Issuer, Retention, SuspendIssuer, UpdateIssuer, UpdateRetention } from './issuers.js';
export {
  createIssuerSchema,
  issuerSchema,
  retentionSchema,
  suspendIssuerSchema,
  updateIssuerSchema,
  updateRetentionSchema,
} from './issuers.js';
export type {
  ApiKey,
  CreateApiKey,
  CreatedApiKey,
  RevokeSigningKey,
  RotateSigningKey,
  SigningAlgorithm,
  SigningKey,
} from './keys.js';
export {
  apiKeySchema,
  createApiKeySchema,
  createdApiKeySchema,
  revokeSigningKeySchema,
  rotateSigningKeySchema,
  SIGNING_ALGORITHMS,
  signingKeySchema,
} from './keys.js';
export type { ClaimCounts, ClaimCountsQuery, Consent, CreateClaimLink, CreatedClaimLink } from './links/claims.js';
export { claimCountsQuerySchema, claimCountsSchema, createClaimLinkSchema, createdClaimLinkSchema } from './links/claims.js';
export type { Correction, CorrectionState, DecideCorrection, ListCorrectionsQuery } from './links/corrections.js';
export { correctionSchema, decideCorrectionSchema, listCorrectionsQuerySchema } from './links/corrections.js';
export type { CreatedViewingLink, CreateViewingLink, ViewingLink } from './links/viewing-links.js';
export {
  createdViewingLinkSchema,
  createViewingLinkSchema,
  listViewingLinksQuerySchema,
  viewingLinkSchema,
} from './links/viewing-links.js';
export * from './mails/index.js';
export { editDistance, nearest } from './nearest.js';
export type { Page, PageQuery } from './paging.js';
export { pageOf, pageQueryFields } from './paging.js';
export * from './people/index.js';
export type { BadgeDesign, BadgeImagePreview, BadgeShape, PreviewBadgeImage, UpdateBadgeDesign } from './pictures/badge-design.js';
export { BADGE_SHAPES, badgeImagePreviewSchema, previewBadgeImageSchema } from './pictures/badge-design.js';
export type { FieldError, Problem, ProblemCode } from './problem.js';
export { PROBLEM_CODES, problemSchema } from './problem.js';
export type { Recipient } from './recipient.js';
export type {
  ErasedRecipient,
  EraseRecipient,
  ListRecipientsQuery,
  RecipientQuery,
  RecipientResource,
  RecipientWithCredentials,
  SearchRecipients,
} from './recipients.js';
export {
  erasedRecipientSchema,
  eraseRecipientSchema,
  listRecipientsQuerySchema,
  recipientQuerySchema,
  recipientResourceSchema,
  recipientWithCredentialsSchema,
  searchRecipientsSchema,
} from './recipients.js';
export type {
  CaseItem,
  CasePackage,
  FoundSkills,
  ImportSkillFramework,
  ListSkillFrameworksQuery,
  SearchSkillsQuery,
  Skill,
  SkillFormat,
  SkillFramework,
} from './skills.js';
export {
  addressOfSkill,
  casePackageSchema,
  foundSkillsSchema,
  importSkillFrameworkQuerySchema,
  listSkillFrameworksQuerySchema,
  MOST_SKILLS,
  searchSkillsQuerySchema,
  skillFrameworkSchema,
} from './skills.js';
export type {
  CreateWebhook,
  DeliveryFailure,
  DeliveryState,
  ListDeliveriesQuery,
  ListWebhooksQuery,
  ReplayWebhook,
  UpdateWebhook,
  Webhook,
  WebhookDelivery,
  WebhookStop,
  WebhookWithSecret,
} from './webhooks.js';
export {
  createWebhookSchema,
  listDeliveriesQuerySchema,
  listWebhooksQuerySchema,
  replayWebhookSchema,
  updateWebhookSchema,
  webhookDeliverySchema,
  webhookSchema,
  webhookWithSecretSchema,
} from './webhooks.js';
