// Generated from the migrated database by generate-tables.fixture.ts. After a new migration, write it anew with
//   npx vitest run apps/issuer/src/store/schema -u
// Without -u, the same test fails when this file and the migrations differ.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Read as a value, written as JSON text: the driver would write an array as one of PostgreSQL's. */
type Json<T> = ColumnType<T, string, string>;
type GeneratedJson<T> = ColumnType<T, string | undefined, string>;

export interface AchievementTable {
  issuerId: string;
  id: string;
  definition: Json<ColumnTypes['achievement']['definition']>;
  evidencePolicy: Json<ColumnTypes['achievement']['evidencePolicy']>;
  validFor: string | null;
  imageMediaType: string | null;
  imageBytes: Uint8Array | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  archivedAt: Date | null;
  onDuplicate: ColumnTypes['achievement']['onDuplicate'] | null;
  assessment: Generated<'none' | 'wanted'>;
}

export interface ApiEventTable {
  issuerId: string;
  seq: number | null;
  id: string;
  type: ColumnTypes['apiEvent']['type'];
  credentialId: string | null;
  data: Json<ColumnTypes['apiEvent']['data']>;
  at: Date;
  tx: Generated<number | null>;
  n: Generated<number>;
}

export interface ApiEventCounterTable {
  issuerId: string;
  last: number;
}

export interface ApiKeyTable {
  id: string;
  issuerId: string | null;
  name: string;
  prefix: string;
  hash: Uint8Array;
  scopes: ColumnTypes['apiKey']['scopes'];
  createdAt: Generated<Date>;
  expiresAt: Date | null;
  revokedAt: Date | null;
  createdBy: string | null;
  personId: string | null;
}

export interface ApiKeyUseTable {
  apiKeyId: string;
  lastUsedAt: Date;
}

export interface ArchiveRequestTable {
  issuerId: string;
  credentialId: string;
  n: number;
  archive: 'software-heritage' | 'wayback';
  url: string;
  swhid: string | null;
  state: 'requested' | 'kept' | 'failed';
  job: string | null;
  archivedUrl: string | null;
  reason: string | null;
  attempts: number;
  at: Date;
  askedAt: Date;
}

export interface AssessmentTable {
  issuerId: string;
  id: string;
  credentialId: string;
  state: 'waiting' | 'endorsed' | 'sent-back';
  byHand: boolean;
  askedBy: string;
  note: string | null;
  createdAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  endorsementId: string | null;
}

export interface AssessorTable {
  issuerId: string;
  id: string;
  lookup: Uint8Array | null;
  createdAt: Date;
  personId: string | null;
}

export interface AuditEntryTable {
  issuerId: string;
  id: string;
  at: Date;
  actor: 'api-key' | 'person' | 'operator' | 'service';
  apiKeyId: string | null;
  action: ColumnTypes['auditEntry']['action'];
  objectType: ColumnTypes['auditEntry']['objectType'];
  objectId: string;
  requestId: string | null;
  details: Json<ColumnTypes['auditEntry']['details']>;
  txid: Generated<string>;
  seq: number | null;
  previous: Uint8Array | null;
  hash: Uint8Array | null;
}

export interface BadgeMailTable {
  issuerId: string;
  id: string;
  credentialId: string;
  kind: 'issued' | 'renewed' | 'corrected' | 'resent' | 'reminder' | 'withdrawn' | 'suspended' | 'resumed' | 'erased';
  eventId: string | null;
  state: 'queued' | 'sent' | 'deferred' | 'refused' | 'bounced' | 'dropped' | 'kept';
  attempts: number;
  nextAt: Date;
  createdAt: Date;
  sentAt: Date | null;
  endedAt: Date | null;
  address: Uint8Array | null;
  answer: string | null;
  sealed: string | null;
  awaited: boolean;
}

export interface BlobPartTable {
  issuerId: string;
  blobId: string;
  n: number;
  bytes: Uint8Array;
}

export interface BulkActTable {
  issuerId: string;
  id: string;
  kind: 'revoke' | 'suspend' | 'issue';
  state: 'open' | 'finishing' | 'final' | 'undoing' | 'undone';
  jobId: string | null;
  apiKeyId: string;
  badges: number;
  createdAt: Date;
  dueAt: Date;
  endedAt: Date | null;
}

export interface BulkActBadgeTable {
  issuerId: string;
  actId: string;
  credentialId: string;
  suspendedAt: Date;
  before: boolean;
  reason: string | null;
}

export interface CaptureTable {
  issuerId: string;
  credentialId: string;
  n: number;
  mediaType: string;
  bytes: Uint8Array;
  createdAt: Date;
}

export interface ClaimLinkTable {
  issuerId: string;
  credentialId: string;
  id: string;
  tokenHash: Uint8Array;
  learnerHash: Uint8Array | null;
  address: Uint8Array | null;
  provesAddress: boolean;
  apiKeyId: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  endedAt: Date | null;
}

export interface ConsentTable {
  issuerId: string;
  credentialId: string;
  seq: GeneratedAlways<number>;
  claimLinkId: string | null;
  page: boolean;
  search: boolean;
  copies: boolean | null;
  archives: boolean | null;
  at: Date;
}

export interface CredentialTable {
  issuerId: string;
  id: string;
  achievementId: string;
  statusListId: number;
  statusIndex: number;
  unsigned: string | null;
  proofCreated: Date;
  dataIntegrityKey: string;
  jwtKey: string;
  evidenceFindings: GeneratedJson<ColumnTypes['credential']['evidenceFindings']>;
  apiKeyId: string | null;
  signedJson: string | null;
  signedJwt: string | null;
  recipientLookup: Uint8Array | null;
  validFrom: Date;
  validUntil: Date | null;
  createdAt: Generated<Date>;
  signedAt: Date | null;
  revokedAt: Date | null;
  predecessorId: string | null;
  erasedAt: Date | null;
  position: number | null;
  recordSalt: Uint8Array | null;
  suspendedAt: Date | null;
  detachedJwt: string | null;
  tx: Generated<number | null>;
  recipientId: string | null;
  claimedAt: Date | null;
  mail: boolean | null;
}

export interface EmbedFileTable {
  version: string;
  name: string;
  integrity: string;
  body: Uint8Array;
  br: Uint8Array | null;
  gzip: Uint8Array | null;
}

export interface EndorsementTable {
  issuerId: string;
  credentialId: string;
  id: string;
  assessorId: string | null;
  form: 'json' | 'jwt';
  body: string;
  apiKeyId: string | null;
  createdAt: Date;
}

export interface EvidenceReportTable {
  issuerId: string;
  credentialId: string;
  body: string;
}

export interface HostVisitTable {
  host: string;
  place: number;
  holder: string;
  leasedUntil: Date;
}

export interface IdempotencyTable {
  owner: string;
  key: string;
  requestHash: Uint8Array;
  holder: string;
  leaseUntil: Date;
  issuerId: string;
  credentialId: string | null;
  createdAt: Generated<Date>;
  endorsementId: string | null;
}

export interface InvitationTable {
  id: string;
  organisationId: string;
  email: string;
  role: 'owner' | 'issuer' | 'assessor' | 'viewer';
  tokenHash: Uint8Array;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface IssuanceChunkTable {
  issuerId: string;
  jobId: string;
  nr: number;
  firstRow: number;
  rows: number;
  lines: readonly number[];
  content: string;
  results: Json<ColumnTypes['issuanceChunk']['results']>;
  done: Generated<number>;
  existing: Generated<number>;
  refused: Generated<number>;
  waiting: Generated<number>;
  valid: Generated<number>;
  open: boolean;
  dueAt: Date;
  holder: string | null;
  leasedUntil: Date | null;
  settledAt: Date | null;
}

export interface IssuanceJobTable {
  issuerId: string;
  id: string;
  achievementId: string;
  apiKeyId: string;
  requestId: string | null;
  idempotencyOwner: string | null;
  idempotencyKey: string | null;
  requestHash: Uint8Array | null;
  mode: 'issue' | 'validate';
  format: 'csv' | 'ndjson' | 'xlsx';
  options: Json<ColumnTypes['issuanceJob']['options']>;
  state: 'uploading' | 'reading' | 'running' | 'ended' | 'cancelled' | 'failed';
  found: Json<ColumnTypes['issuanceJob']['found']>;
  size: Generated<number>;
  readBytes: Generated<number>;
  readRows: Generated<number>;
  readAt: Date | null;
  released: Generated<boolean>;
  holder: string | null;
  leasedUntil: Date | null;
  servedAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  contentDroppedAt: Date | null;
}

export interface IssuanceRecordTable {
  issuerId: string;
  body: string;
  lists: number;
  complete: Json<ColumnTypes['issuanceRecord']['complete']>;
  signedAt: Date;
  signingKeyId: string;
}

export interface IssuerTable {
  id: string;
  slug: string;
  mode: 'live' | 'test';
  did: string;
  name: string;
  url: string | null;
  profile: GeneratedJson<ColumnTypes['issuer']['profile']>;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  number: Generated<number>;
  suspendedSince: Date | null;
  suspensionReason: string | null;
}

export interface IssuerDomainTable {
  issuerId: string;
  id: string;
  origin: string;
  credential: string;
  validUntil: Date;
  createdAt: Generated<Date>;
  signingKeyId: string | null;
}

export interface IssuerReportTable {
  id: string;
  issuerId: string;
  credentialId: string | null;
  reason: 'impersonation' | 'untrue' | 'personal-data' | 'unlawful' | 'other';
  sealed: string | null;
  createdAt: Date;
  decision: 'dismissed' | 'acted' | null;
  decidedAt: Date | null;
  decidedBy: string | null;
}

export interface KeyringTable {
  id: Generated<number>;
  scrypt: Json<ColumnTypes['keyring']['scrypt']>;
  secrets: Json<ColumnTypes['keyring']['secrets']>;
  keyCheck: string;
  pepperCheck: string;
  importedSalt: string | null;
  createdAt: Date;
  changedAt: Date;
}

export interface LearnerRequestTable {
  issuerId: string;
  id: string;
  credentialId: string;
  kind: 'data' | 'correction';
  state: 'open' | 'waiting' | 'accepted' | 'refused' | 'ended';
  tokenHash: Uint8Array | null;
  address: Uint8Array | null;
  proposal: string | null;
  provesAddress: boolean;
  createdAt: Date;
  expiresAt: Date;
  provenAt: Date | null;
  decidedAt: Date | null;
}

export interface MailTable {
  id: string;
  kind: string;
  personId: string | null;
  sealed: string | null;
  state: 'waiting' | 'sent' | 'kept' | 'failed';
  attempts: number;
  createdAt: Date;
  endedAt: Date | null;
  failure: string | null;
}

export interface MailDomainTable {
  domain: string;
  organisationId: string;
  createdAt: Date;
}

export interface MailSettingsTable {
  issuerId: string;
  issued: boolean;
  changes: boolean;
  erased: boolean;
  reminderDays: number | null;
  language: 'en' | 'de' | 'fr' | 'es' | 'nl';
  replyTo: string | null;
  afterTx: number;
  afterN: number;
  afterEvent: string;
  servedAt: Date;
  updatedAt: Date;
}

export interface MailTextTable {
  issuerId: string;
  kind: 'issued' | 'renewed' | 'corrected' | 'resent' | 'reminder' | 'withdrawn' | 'suspended' | 'resumed' | 'erased';
  language: 'en' | 'de' | 'fr' | 'es' | 'nl';
  subject: string;
  paragraphs: Json<ColumnTypes['mailText']['paragraphs']>;
  button: string | null;
  updatedAt: Date;
}

export interface MembershipTable {
  organisationId: string;
  personId: string;
  role: 'owner' | 'issuer' | 'assessor' | 'viewer';
  createdAt: Date;
}

export interface OrganisationTable {
  id: string;
  name: string;
  createdAt: Date;
}

export interface OrganisationIssuerTable {
  issuerId: string;
  organisationId: string;
}

export interface OverviewDayTable {
  issuerId: string;
  day: Date;
  issued: number;
  claimed: number;
  checked: number;
  changed: number;
}

export interface OwnerLinkTable {
  tokenHash: Uint8Array;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface PasskeyTable {
  id: string;
  personId: string;
  credentialId: Uint8Array;
  publicKey: Uint8Array;
  counter: number;
  transports: readonly string[];
  backedUp: boolean;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface PasskeyChallengeTable {
  holderHash: Uint8Array;
  challenge: Uint8Array;
  expiresAt: Date;
}

export interface PersonTable {
  id: string;
  email: string;
  name: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Date;
  updatedAt: Date;
  assessmentMails: Generated<boolean>;
  assessmentsToldAt: Date | null;
  language: string | null;
}

export interface PersonAccountTable {
  id: string;
  personId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PersonSessionTable {
  id: string;
  personId: string;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  organisationId: string | null;
}

export interface PersonVerificationTable {
  id: string;
  identifier: string;
  value: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
}

export interface PrivateWorkTable {
  issuerId: string;
  credentialId: string;
  n: number;
  mediaType: string;
  bytes: Uint8Array;
}

export interface PublicChangeTable {
  issuerId: string;
  kind: 'credential' | 'achievement' | 'assessor' | 'issuer' | 'record' | 'status-list';
  objectId: string;
  tx: number;
  at: Generated<Date>;
}

export interface RecipientTable {
  issuerId: string;
  id: string;
  externalId: string | null;
  lookup: Uint8Array | null;
  name: string | null;
  nameSearch: string | null;
  dataKey: Uint8Array | null;
  email: Uint8Array | null;
  createdAt: Date;
  updatedAt: Date;
  language: string | null;
}

export interface RecordEntryTable {
  issuerId: string;
  id: string;
  places: Json<ColumnTypes['recordEntry']['places']>;
}

export interface RecordFileTable {
  issuerId: string;
  statusListId: number;
  block: number;
  body: string;
  signedAt: Date;
  signingKeyId: string;
}

export interface ResigningTable {
  issuerId: string;
  signingKeyId: string;
  after: string | null;
  leftOver: number;
  signed: Generated<number>;
  startedAt: Date;
  endedAt: Date | null;
}

export interface RetentionTable {
  issuerId: string;
  jobDays: number | null;
  refusedRowDays: number | null;
  recipientDays: number | null;
  lookedAt: Date | null;
}

export interface SealedKeyTable {
  issuerId: string;
  id: string;
  keyring: string;
  sealed: Json<ColumnTypes['sealedKey']['sealed']>;
  createdAt: Date;
}

export interface SignInLinkTable {
  tokenHash: Uint8Array;
  personId: string;
  provesAddress: boolean;
  expiresAt: Date;
}

export interface SignInRequestTable {
  id: string;
  sealed: Json<ColumnTypes['signInRequest']['sealed']>;
  createdAt: Date;
}

export interface SignOnTable {
  organisationId: string;
  issuer: string;
  clientId: string;
  clientSecret: Json<ColumnTypes['signOn']['clientSecret']>;
  role: 'issuer' | 'assessor' | 'viewer';
  createdAt: Date;
  updatedAt: Date;
  verifiedBySchool: Generated<boolean>;
}

export interface SignOnRequestTable {
  browserHash: Uint8Array;
  organisationId: string;
  stateHash: Uint8Array;
  nonce: string;
  codeVerifier: string;
  expiresAt: Date;
}

export interface SigningKeyTable {
  issuerId: string;
  id: string;
  algorithm: 'Ed25519' | 'ES256' | 'RS256';
  publicJwk: Json<ColumnTypes['signingKey']['publicJwk']>;
  verificationMethod: string;
  createdAt: Generated<Date>;
  retiredAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
  revocationReason: string | null;
  keptIn: Generated<'database'>;
  purpose: Generated<'assertion' | 'record'>;
}

export interface SkillTable {
  issuerId: string;
  frameworkId: string;
  n: number;
  name: string;
  url: string;
  code: string | null;
  description: string | null;
  targetType: string | null;
  search: string;
}

export interface SkillFrameworkTable {
  issuerId: string;
  id: string;
  name: string;
  url: string | null;
  format: 'case' | 'esco' | 'csv';
  skills: number;
  skipped: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface StatusEventTable {
  issuerId: string;
  seq: GeneratedAlways<number>;
  credentialId: string;
  statusListId: number;
  statusIndex: number;
  value: boolean;
  reason: string | null;
  apiKeyId: string | null;
  at: Generated<Date>;
  purpose: Generated<'revocation' | 'suspension'>;
}

export interface StatusListTable {
  issuerId: string;
  id: Generated<number>;
  purpose: 'revocation';
  length: number;
  permutationKey: Uint8Array;
  nextPosition: Generated<number>;
  origin: string;
  createdAt: Generated<Date>;
  owner: string | null;
  releasedServer: string | null;
  releasedTx: string | null;
}

export interface StatusListDocumentTable {
  issuerId: string;
  statusListId: number;
  seq: number;
  body: string;
  signedAt: Date;
  signingKeyId: string | null;
  bits: Uint8Array | null;
  bitsSeq: number | null;
}

export interface SuspensionListDocumentTable {
  issuerId: string;
  statusListId: number;
  seq: number;
  bits: Uint8Array;
  bitsSeq: number;
  body: string;
  signedAt: Date;
  signingKeyId: string | null;
}

export interface TransactionOffsetTable {
  one: Generated<boolean>;
  origin: string;
  value: number;
}

export interface ViewingTable {
  issuerId: string;
  credentialId: string;
  linkId: string;
  seq: GeneratedAlways<number>;
  at: Date;
}

export interface ViewingLinkTable {
  issuerId: string;
  credentialId: string;
  id: string;
  n: number;
  tokenHash: Uint8Array;
  forWhom: string;
  maxViews: number | null;
  views: Generated<number>;
  expiresAt: Date;
  revokedAt: Date | null;
  apiKeyId: string | null;
  createdAt: Date;
}

export interface WebhookTable {
  issuerId: string;
  id: string;
  url: string;
  description: string | null;
  eventTypes: ColumnTypes['webhook']['eventTypes'];
  createdAt: Date;
  updatedAt: Date;
  disabledAt: Date | null;
  disabledReason: 'paused' | 'gone' | 'failing' | 'secret-lost' | null;
  deletedAt: Date | null;
  afterTx: number;
  afterN: number;
  afterEvent: string;
  failures: Generated<number>;
  failingSince: Date | null;
  lastDeliveredAt: Date | null;
  restsUntil: Date;
  servedAt: Date;
  lease: string | null;
  leaseUntil: Date | null;
}

export interface WebhookDeliveryTable {
  issuerId: string;
  webhookId: string;
  eventId: string;
  type: ColumnTypes['webhookDelivery']['type'];
  subject: string;
  tx: number;
  n: number;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: Generated<number>;
  nextAt: Date;
  attemptedAt: Date | null;
  status: number | null;
  failure: ColumnTypes['webhookDelivery']['failure'] | null;
  durationMs: number | null;
  excerpt: string | null;
  createdAt: Date;
}

export interface WebhookSecretTable {
  issuerId: string;
  webhookId: string;
  id: string;
  keyring: string;
  sealed: Json<ColumnTypes['webhookSecret']['sealed']>;
  publicKey: string;
  createdAt: Date;
  endsAt: Date | null;
}

export interface WorkLookTable {
  issuerId: string;
  credentialId: string;
  piece: number;
  seq: GeneratedAlways<number>;
  at: Date;
  sameBytes: 'matches' | 'changed' | 'gone' | 'private' | 'not-checked';
  reason: string | null;
}

export interface WorkWatchTable {
  issuerId: string;
  credentialId: string;
  dueAt: Date;
}

export interface Tables {
  achievement: AchievementTable;
  apiEvent: ApiEventTable;
  apiEventCounter: ApiEventCounterTable;
  apiKey: ApiKeyTable;
  apiKeyUse: ApiKeyUseTable;
  archiveRequest: ArchiveRequestTable;
  assessment: AssessmentTable;
  assessor: AssessorTable;
  auditEntry: AuditEntryTable;
  badgeMail: BadgeMailTable;
  blobPart: BlobPartTable;
  bulkAct: BulkActTable;
  bulkActBadge: BulkActBadgeTable;
  capture: CaptureTable;
  claimLink: ClaimLinkTable;
  consent: ConsentTable;
  credential: CredentialTable;
  embedFile: EmbedFileTable;
  endorsement: EndorsementTable;
  evidenceReport: EvidenceReportTable;
  hostVisit: HostVisitTable;
  idempotency: IdempotencyTable;
  invitation: InvitationTable;
  issuanceChunk: IssuanceChunkTable;
  issuanceJob: IssuanceJobTable;
  issuanceRecord: IssuanceRecordTable;
  issuer: IssuerTable;
  issuerDomain: IssuerDomainTable;
  issuerReport: IssuerReportTable;
  keyring: KeyringTable;
  learnerRequest: LearnerRequestTable;
  mail: MailTable;
  mailDomain: MailDomainTable;
  mailSettings: MailSettingsTable;
  mailText: MailTextTable;
  membership: MembershipTable;
  organisation: OrganisationTable;
  organisationIssuer: OrganisationIssuerTable;
  overviewDay: OverviewDayTable;
  ownerLink: OwnerLinkTable;
  passkey: PasskeyTable;
  passkeyChallenge: PasskeyChallengeTable;
  person: PersonTable;
  personAccount: PersonAccountTable;
  personSession: PersonSessionTable;
  personVerification: PersonVerificationTable;
  privateWork: PrivateWorkTable;
  publicChange: PublicChangeTable;
  recipient: RecipientTable;
  recordEntry: RecordEntryTable;
  recordFile: RecordFileTable;
  resigning: ResigningTable;
  retention: RetentionTable;
  sealedKey: SealedKeyTable;
  signInLink: SignInLinkTable;
  signInRequest: SignInRequestTable;
  signOn: SignOnTable;
  signOnRequest: SignOnRequestTable;
  signingKey: SigningKeyTable;
  skill: SkillTable;
  skillFramework: SkillFrameworkTable;
  statusEvent: StatusEventTable;
  statusList: StatusListTable;
  statusListDocument: StatusListDocumentTable;
  suspensionListDocument: SuspensionListDocumentTable;
  transactionOffset: TransactionOffsetTable;
  viewing: ViewingTable;
  viewingLink: ViewingLinkTable;
  webhook: WebhookTable;
  webhookDelivery: WebhookDeliveryTable;
  webhookSecret: WebhookSecretTable;
  workLook: WorkLookTable;
  workWatch: WorkWatchTable;
}
