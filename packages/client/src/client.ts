import type {
  ApiEvent,
  AuditEntry,
  BulkAct,
  ChangedCredentials,
  ClaimCounts,
  ClaimCountsQuery,
  CorrectCredential,
  CreateClaimLink,
  CreatedClaimLink,
  CreateIssuer,
  CredentialResource,
  CredentialSummary,
  EndorseCredential,
  Endorsement,
  EraseCredential,
  ErasedRecipient,
  EraseRecipient,
  ExportQuery,
  GiveIssuer,
  IssuanceJob,
  IssuanceJobOptions,
  IssuanceJobRow,
  IssueCredential,
  Issuer,
  IssuerOverview,
  ListAuditQuery,
  ListCredentialsQuery,
  ListEventsQuery,
  ListRecipientsQuery,
  Page,
  RecipientExport,
  RecipientQuery,
  RecipientResource,
  RecipientWithCredentials,
  RenewCredential,
  ResendCredentials,
  ResentCredentials,
  ResentRow,
  ResumeCredentials,
  Retention,
  RevokeCredential,
  RevokeCredentials,
  RevokedCredentials,
  RevokeSigningKey,
  RotateSigningKey,
  RowState,
  SearchCredentials,
  SearchRecipients,
  SigningKey,
  SuspendCredential,
  SuspendCredentials,
  SuspendIssuer,
  UndoIssuanceJob,
  UpdateIssuer,
  UpdateRetention,
  UploadColumns,
} from '@proofmark/schemas/api';
import { type AchievementMethods, achievementMethods } from './achievements.js';
import { type ApiKeyMethods, apiKeyMethods } from './api-keys.js';
import { type AssessmentMethods, assessmentMethods } from './assessments.js';
import { type BulkActMethods, bulkActMethods } from './bulk-acts.js';
import { type CorrectionMethods, correctionMethods } from './corrections.js';
import { type DomainMethods, domainMethods } from './domains.js';
import { type EvidenceMethods, evidenceMethods } from './evidence.js';
import { type MailMethods, mailMethods } from './mails.js';
import { type OrganisationMethods, organisationMethods } from './organisations.js';
import { walk } from './pages.js';
import { type ReportMethods, reportMethods } from './reports.js';
import { type SkillMethods, skillMethods } from './skills.js';
import { type ClientOptions, transport } from './transport.js';
import { createJob, type JobFile, type TableFile } from './uploads.js';
import { type WebhookMethods, webhookMethods } from './webhooks.js';

type Filter = Omit<ListCredentialsQuery, 'cursor'>;
type List<T> = AsyncGenerator<T, void, undefined>;

/** The issuer's API, one method for each of its requests. Lists are walked page by page as you read them. */
export interface Client {
  readonly issuers: {
    create(body: CreateIssuer): Promise<Issuer>;
    /** Gives an issuer to an organisation; for admin keys. */
    give(id: string, body: GiveIssuer): Promise<void>;
    get(id: string): Promise<Issuer>;
    list(): List<Issuer>;
    update(id: string, change: UpdateIssuer): Promise<Issuer>;
    /** For admin keys: until `resume`, it issues, endorses and runs nothing. Everybody can read the reason. */
    suspend(id: string, why: SuspendIssuer): Promise<Issuer>;
    resume(id: string): Promise<Issuer>;
    overview(id: string): Promise<IssuerOverview>;
    /** How long things are kept, in days. */
    retention(id: string): Promise<Retention>;
    updateRetention(id: string, change: UpdateRetention): Promise<Retention>;
    /** All badges, or everything that the issuer has here, as it comes; a stream that breaks off fails. */
    export(id: string, query?: ExportQuery): Promise<ReadableStream<Uint8Array>>;
    signingKeys(id: string): List<SigningKey>;
    /** Makes a new signing key and retires the active one of that algorithm, which stays published. */
    rotateSigningKey(id: string, body: RotateSigningKey): Promise<SigningKey>;
    /** Revokes a stolen or lost key for good; an active one gets a successor. To repeat it changes nothing. */
    revokeSigningKey(id: string, keyId: string, body?: RevokeSigningKey): Promise<SigningKey>;
  } & DomainMethods;
  readonly achievements: AchievementMethods;
  readonly skills: SkillMethods;
  readonly credentials: {
    /** Issues one badge. The same key with the same body answers the same badge, however often it is sent. */
    issue(achievementId: string, body: IssueCredential, options?: { idempotencyKey?: string | undefined }): Promise<CredentialResource>;
    get(id: string): Promise<CredentialResource>;
    list(filter?: Filter): List<CredentialSummary>;
    page(query?: ListCredentialsQuery): Promise<Page<CredentialSummary>>;
    /** One page of badges by what must not stand in an address, such as an e-mail address. */
    search(body: SearchCredentials): Promise<Page<CredentialSummary>>;
    /** Withdraws a badge for good. To repeat it changes nothing. */
    revoke(id: string, body: RevokeCredential): Promise<CredentialSummary>;
    /** Withdraws up to 20,000 badges for good; each has a row of its own in the answer. To repeat it changes nothing. */
    revokeMany(body: RevokeCredentials): Promise<RevokedCredentials>;
    /** Suspends a badge until it is resumed. To repeat it changes nothing. */
    suspend(id: string, body?: SuspendCredential): Promise<CredentialSummary>;
    /** Suspends up to 20,000 badges; each has a row of its own in the answer. */
    suspendMany(body: SuspendCredentials): Promise<ChangedCredentials>;
    /** Lifts the suspensions of up to 20,000 badges. */
    resumeMany(body: ResumeCredentials): Promise<ChangedCredentials>;
    /** Lifts the suspension of a badge. To repeat it changes nothing. */
    resume(id: string): Promise<CredentialSummary>;
    /** Has your systems send a badge to its recipient again, by the event `credential.resent`; once an hour. */
    resend(id: string): Promise<ResentRow>;
    /** The same for up to 20,000 badges. */
    resendMany(body: ResendCredentials): Promise<ResentCredentials>;
    /** Makes a link by which the learner claims a badge, for you to send; it is answered this once. */
    createClaimLink(id: string, body?: CreateClaimLink): Promise<CreatedClaimLink>;
    /** How many badges were claimed, and how many were not. */
    claims(query?: ClaimCountsQuery): Promise<ClaimCounts>;
    /** Issues a new badge over new evidence to the recipient of this one, which stays as it is. */
    renew(id: string, body: RenewCredential, options?: { idempotencyKey?: string | undefined }): Promise<CredentialResource>;
    /** Issues a badge with the right recipient, and withdraws this one. All else stays as it is. */
    correct(id: string, body: CorrectCredential, options?: { idempotencyKey?: string | undefined }): Promise<CredentialResource>;
    /** Adds what a named person says of the badge, or an endorsement that was signed elsewhere. */
    endorse(id: string, body: EndorseCredential, options?: { idempotencyKey?: string | undefined }): Promise<Endorsement>;
    endorsements(id: string): List<Endorsement>;
    /** Removes a badge with all that it says about a person, for good. To repeat it changes nothing. */
    erase(id: string, body: EraseCredential): Promise<CredentialSummary>;
  };
  readonly recipients: {
    list(filter?: Omit<ListRecipientsQuery, 'cursor'>): List<RecipientResource>;
    /** One page of recipients with an address. */
    search(body: SearchRecipients): Promise<Page<RecipientResource>>;
    /** A recipient, with their newest badges. An admin key names the issuer. */
    get(id: string, query?: RecipientQuery): Promise<RecipientWithCredentials>;
    /** All that is kept of a person. */
    export(id: string, query?: RecipientQuery): Promise<RecipientExport>;
    /** Removes a person with all badges that they have, for good. */
    erase(id: string, body: EraseRecipient, query?: RecipientQuery): Promise<ErasedRecipient>;
  };
  readonly issuanceJobs: {
    /** Issues a badge for each row of a file. The same key with the same file answers the same job. */
    create(options: IssuanceJobOptions, file: JobFile, more?: { idempotencyKey?: string | undefined }): Promise<IssuanceJob>;
    /** What the columns of a file seem to be, and its first rows. */
    columns(file: TableFile): Promise<UploadColumns>;
    get(id: string): Promise<IssuanceJob>;
    list(filter?: { issuer?: string }): List<IssuanceJob>;
    rows(id: string, filter?: { state?: RowState }): List<IssuanceJobRow>;
    /** The rows of a state as CSV, with the columns of the file and a reason each, piece by piece. */
    rowsAsCsv(id: string, state: RowState): AsyncGenerator<string, void, undefined>;
    /** Ends a job in its middle. To repeat it changes nothing. */
    cancel(id: string): Promise<IssuanceJob>;
    /** Goes on with a job that was cancelled. */
    resume(id: string): Promise<IssuanceJob>;
    /** Tries the refused rows again, and those that wait at once. */
    retry(id: string): Promise<IssuanceJob>;
    /** Takes back what a job issued, within ten minutes after its end; the act goes on by itself. */
    undo(id: string, body: UndoIssuanceJob): Promise<BulkAct>;
  };
  readonly assessments: AssessmentMethods;
  readonly bulkActs: BulkActMethods;
  readonly corrections: CorrectionMethods;
  readonly mails: MailMethods;
  readonly webhooks: WebhookMethods;
  readonly events: {
    /** What happened after an event (or ever), up to now. To go on later, name the last `id` that came. */
    list(filter?: ListEventsQuery): List<ApiEvent>;
  };
  readonly evidence: EvidenceMethods;
  readonly apiKeys: ApiKeyMethods;
  readonly auditLog: {
    /** Who did what, after an entry (or ever), up to now. To go on later, name the last `sequence` that came. */
    list(filter?: ListAuditQuery): List<AuditEntry>;
  };
  readonly reports: ReportMethods;
  readonly organisations: OrganisationMethods;
}

const at = (path: string, id: string, more = ''): string => `/v1/${path}/${encodeURIComponent(id)}${more}`;

/**
 * Makes a client of the issuer's API.
 *
 * @throws ApiProblem (from each method) when the service refuses, with its stable code and the places in the body
 * @throws ServiceUnavailable (from each method) when nobody answers, or something that is not this API
 */
export function createClient(options: ClientOptions): Client {
  const { send, fetchText, fetchBytes } = transport(options);
  return {
    issuers: {
      create: (body) => send({ method: 'POST', path: '/v1/issuers', body }),
      give: (id, body) => send({ method: 'POST', path: at('issuers', id, '/organisation'), body }),
      get: (id) => send({ method: 'GET', path: at('issuers', id) }),
      list: () => walk(send, '/v1/issuers'),
      update: (id, body) => send({ method: 'PATCH', path: at('issuers', id), body }),
      suspend: (id, body) => send({ method: 'POST', path: at('issuers', id, '/suspend'), body }),
      resume: (id) => send({ method: 'POST', path: at('issuers', id, '/resume') }),
      overview: (id) => send({ method: 'GET', path: at('issuers', id, '/overview') }),
      retention: (id) => send({ method: 'GET', path: at('issuers', id, '/retention') }),
      updateRetention: (id, body) => send({ method: 'PATCH', path: at('issuers', id, '/retention'), body }),
      export: (id, query = {}) => fetchBytes({ path: at('issuers', id, '/export'), query: { ...query } }),
      signingKeys: (id) => walk(send, at('issuers', id, '/keys')),
      rotateSigningKey: (id, body) => send({ method: 'POST', path: at('issuers', id, '/keys'), body }),
      revokeSigningKey: (id, keyId, body = {}) =>
        send({ method: 'POST', path: at('issuers', id, `/keys/${encodeURIComponent(keyId)}/revoke`), body }),
      ...domainMethods(send),
    },
    achievements: achievementMethods(send),
    skills: skillMethods(send),
    credentials: {
      issue: (id, body, { idempotencyKey } = {}) =>
        send({ method: 'POST', path: at('achievements', id, '/credentials'), body, idempotencyKey }),
      get: (id) => send({ method: 'GET', path: at('credentials', id) }),
      list: (filter = {}) => walk(send, '/v1/credentials', { ...filter }),
      page: (query = {}) => send({ method: 'GET', path: '/v1/credentials', query: { ...query } }),
      search: (body) => send({ method: 'POST', path: '/v1/credentials/search', body }),
      revoke: (id, body) => send({ method: 'POST', path: at('credentials', id, '/revoke'), body }),
      revokeMany: (body) => send({ method: 'POST', path: '/v1/credentials/revoke', body }),
      suspend: (id, body = {}) => send({ method: 'POST', path: at('credentials', id, '/suspend'), body }),
      suspendMany: (body) => send({ method: 'POST', path: '/v1/credentials/suspend', body }),
      resumeMany: (body) => send({ method: 'POST', path: '/v1/credentials/resume', body }),
      resume: (id) => send({ method: 'POST', path: at('credentials', id, '/resume') }),
      createClaimLink: (id, body = {}) => send({ method: 'POST', path: at('credentials', id, '/claim-link'), body }),
      claims: (query = {}) => send({ method: 'GET', path: '/v1/claims', query: { ...query } }),
      resend: (id) => send({ method: 'POST', path: at('credentials', id, '/resend') }),
      resendMany: (body) => send({ method: 'POST', path: '/v1/credentials/resend', body }),
      renew: (id, body, { idempotencyKey } = {}) => send({ method: 'POST', path: at('credentials', id, '/renew'), body, idempotencyKey }),
      correct: (id, body, { idempotencyKey } = {}) =>
        send({ method: 'POST', path: at('credentials', id, '/correct'), body, idempotencyKey }),
      endorse: (id, body, { idempotencyKey } = {}) =>
        send({ method: 'POST', path: at('credentials', id, '/endorsements'), body, idempotencyKey }),
      endorsements: (id) => walk(send, at('credentials', id, '/endorsements')),
      erase: (id, body) => send({ method: 'POST', path: at('credentials', id, '/erase'), body }),
    },
    recipients: {
      list: (filter = {}) => walk(send, '/v1/recipients', { ...filter }),
      search: (body) => send({ method: 'POST', path: '/v1/recipients/search', body }),
      get: (id, query = {}) => send({ method: 'GET', path: at('recipients', id), query: { ...query } }),
      export: (id, query = {}) => send({ method: 'GET', path: at('recipients', id, '/export'), query: { ...query } }),
      erase: (id, body, query = {}) => send({ method: 'POST', path: at('recipients', id, '/erase'), query: { ...query }, body }),
    },
    issuanceJobs: {
      create: (options, file, { idempotencyKey } = {}) => createJob(send, options, file, idempotencyKey),
      columns: (file) => send({ method: 'POST', path: '/v1/issuance-jobs/columns', raw: file }),
      get: (id) => send({ method: 'GET', path: at('issuance-jobs', id) }),
      list: (filter = {}) => walk(send, '/v1/issuance-jobs', { ...filter }),
      rows: (id, filter = {}) => walk(send, at('issuance-jobs', id, '/rows'), { ...filter, limit: '100' }),
      rowsAsCsv: (id, state) => fetchText({ path: at('issuance-jobs', id, '/rows'), query: { state } }, 'text/csv'),
      cancel: (id) => send({ method: 'POST', path: at('issuance-jobs', id, '/cancel') }),
      resume: (id) => send({ method: 'POST', path: at('issuance-jobs', id, '/resume') }),
      retry: (id) => send({ method: 'POST', path: at('issuance-jobs', id, '/retry') }),
      undo: (id, body) => send({ method: 'POST', path: at('issuance-jobs', id, '/undo'), body }),
    },
    bulkActs: bulkActMethods(send),
    assessments: assessmentMethods(send),
    corrections: correctionMethods(send),
    mails: mailMethods(send),
    webhooks: webhookMethods(send),
    events: {
      list: (filter = {}) => walk(send, '/v1/events', { ...filter }, 'after'),
    },
    evidence: evidenceMethods(send),
    apiKeys: apiKeyMethods(send),
    auditLog: {
      list: (filter = {}) => walk(send, '/v1/audit-log', { ...filter }, 'after'),
    },
    reports: reportMethods(send),
    organisations: organisationMethods(send),
  };
}
