import type { Selectable } from 'kysely';
import type { Tables } from './schema/tables.js';
import type { Since } from './status/standings.js';

export type { ProfileExtras } from './schema/column-types.js';

/** A whole row. */
type Row<Name extends keyof Tables> = Readonly<Selectable<Tables[Name]>>;

export type IssuerRecord = Row<'issuer'>;

/** The public half of a signing key. `id` is its JWK thumbprint, by which the key store knows it. */
export type SigningKeyRecord = Row<'signingKey'>;

/** A web domain that an issuer claims. `credential` is the signed token which the domain has to host. */
export type IssuerDomainRecord = Row<'issuerDomain'>;

/** Without `issuerId` it is an admin key. */
export type ApiKeyRecord = Omit<Row<'apiKey'>, 'hash'>;

/** Somebody who can sign in. `email` is canonical. */
export type PersonRecord = Row<'person'>;
/** Somebody who signs in for the first time. */
export type NewPerson = Omit<PersonRecord, 'assessmentMails' | 'assessmentsToldAt' | 'language'>;
export type OrganisationRecord = Row<'organisation'>;
export type MembershipRecord = Row<'membership'>;

/** A browser in which somebody is signed in. */
export type SessionRecord = Omit<Row<'personSession'>, 'token' | 'ipAddress'>;

/** A passkey of a person, as WebAuthn has it: `publicKey` is a COSE key. */
export type PasskeyRecord = Row<'passkey'>;

/** The provider by which people of an organisation sign in; the secret is read by what opens it. */
export type SignOnRecord = Row<'signOn'>;

/** Somebody who was sent to a provider. */
export type SignOnRequestRecord = Row<'signOnRequest'>;

/** A link that signs somebody in. */
export type SignInLinkRecord = Omit<Row<'signInLink'>, 'tokenHash'>;

/** That somebody asked for a link; `sealed` is read by what opens it. */
export type SignInRequestRecord = Row<'signInRequest'>;

/** What was done to many badges at once. */
export type BulkActRecord = Row<'bulkAct'>;
/** A badge of such an act, as the act found it. */
export type BulkActBadge = Omit<Row<'bulkActBadge'>, 'issuerId' | 'actId'>;

export type InvitationRecord = Omit<Row<'invitation'>, 'tokenHash'>;

/** `sealed` is null once the mail was sent or given up. */
export type MailRecord = Row<'mail'>;

/** What somebody reported of an issuer. `sealed` is null where they wrote nothing, and once it was forgotten. */
export type ReportRecord = Row<'issuerReport'>;

export interface StoredImage {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

/** `definition` is as badges carry it. */
export type AchievementRecord = Omit<Row<'achievement'>, 'imageMediaType' | 'imageBytes'>;

/** Skills that an issuer imported from one file. */
export type SkillFrameworkRecord = Row<'skillFramework'>;

/** A framework of skills, by its tenant and its id. */
export interface SkillFrameworkKey {
  readonly issuerId: string;
  readonly frameworkId: string;
}

/** A skill as it is kept. `search` has what it is found by. */
export type NewSkill = Omit<Row<'skill'>, 'issuerId' | 'frameworkId' | 'n'>;

/** A skill that was found, with the name of its framework. */
export interface FoundSkillRecord extends Omit<Row<'skill'>, 'issuerId' | 'n' | 'search'> {
  readonly framework: string;
}

/** A badge, by its tenant and its id. */
export interface CredentialKey {
  readonly issuerId: string;
  readonly credentialId: string;
}

/** The bytes of one piece of work that are kept. `n` is its place in the badge, from 1. */
export type StoredCopy = Pick<Row<'privateWork'>, 'n' | 'mediaType' | 'bytes'>;

/**
 * That an archive is to save the `n`-th piece of work (from 1), and what became of it. `job` is the archive's own name for what it does.
 * While the state is `requested`, `at` is when to ask next; else since when that is so.
 */
export type ArchiveRequestRecord = Row<'archiveRequest'>;
export type NewArchiveRequest = Omit<ArchiveRequestRecord, keyof CredentialKey>;

/** That somebody may look at the `n`-th piece of private work (from 1); `maxViews` is null for any number of times. */
export type ViewingLinkRecord = Omit<Row<'viewingLink'>, 'tokenHash'>;

/** A link by which a learner claims a badge, and what became of it. */
export type ClaimLinkRecord = Omit<Row<'claimLink'>, 'tokenHash' | 'learnerHash'>;

/** What a learner asked for by themselves. */
export type LearnerRequestRecord = Omit<Row<'learnerRequest'>, 'tokenHash'>;

/** What a learner agreed to; null where it was not asked. */
export type ConsentRecord = Omit<Row<'consent'>, 'seq'>;

/** A recipient as the issuer knows them. */
export type RecipientName = Pick<Row<'recipient'>, 'id' | 'name' | 'externalId'>;

/** All that is kept of a recipient. */
export type RecipientRecord = Omit<Row<'recipient'>, 'nameSearch'>;

/** What is known of a recipient when a badge is issued to them. What is null here is left as it is in the row. */
export interface NewRecipient extends Pick<Row<'recipient'>, 'externalId' | 'lookup' | 'name' | 'nameSearch' | 'language'> {
  /** Of the row to be made, where nobody is there with this external id or this address. */
  readonly id: string;
  /** It is this row, whoever else has the same address. */
  readonly settled: boolean;
  readonly email: { readonly dataKey: Uint8Array; readonly sealed: Uint8Array } | null;
}

export interface SignedForms {
  readonly json: string;
  readonly jwt: string;
}

/** A badge. `predecessorId` is the badge that this one renews. */
export interface CredentialRecord
  extends Pick<
    Row<'credential'>,
    | 'issuerId'
    | 'id'
    | 'achievementId'
    | 'statusListId'
    | 'statusIndex'
    | 'proofCreated'
    | 'dataIntegrityKey'
    | 'jwtKey'
    | 'evidenceFindings'
    | 'apiKeyId'
    | 'recipientLookup'
    | 'validFrom'
    | 'validUntil'
    | 'createdAt'
    | 'predecessorId'
    | 'claimedAt'
  > {
  /** Null of an erased badge, and of one of which nobody has found out yet whose it is. */
  readonly recipient: RecipientName | null;
  readonly achievementName: string;
  /** Whether another badge that stands took its place. */
  readonly superseded: boolean;
  /** Null of an erased badge. */
  readonly signed: SignedForms | null;
  readonly revoked: Since | null;
  /** Null unless it is suspended now. */
  readonly suspended: Since | null;
  /** Null while the badge is there. An erased one has nothing of a person left. */
  readonly erasedAt: Date | null;
}

/** A signed endorsement of a badge, with its body as it was signed. `assessorId` is null when it was signed elsewhere. */
export type EndorsementRecord = Row<'endorsement'>;

/** The question to an assessor whether they vouch for a badge, and the answer. `askedBy`: an API key or a person; `decidedBy`: a person. */
export type AssessmentRecord = Row<'assessment'>;

/** Something that happened. Ids and times, nothing personal. */
export type ApiEventRecord = Omit<Row<'apiEvent'>, 'seq' | 'tx' | 'n'>;

/** An entry of the audit log. An act of the service itself has no issuer. */
export type AuditRecord = Omit<Row<'auditEntry'>, 'issuerId'> & { readonly issuerId: string | null };

/** What the audit log is told of one act. */
export type NewAuditEntry = Omit<AuditRecord, 'txid' | 'seq' | 'previous' | 'hash'>;

/** An entry that has its place in the chain. */
export type SealedAuditRecord = AuditRecord & { readonly seq: number; readonly previous: Uint8Array; readonly hash: Uint8Array };

/** What one look found about one piece of work; `piece` is the place of the evidence object in the badge. */
export type RecheckResult = Pick<Row<'workLook'>, 'piece' | 'at' | 'sameBytes' | 'reason'>;

/** One page, in ascending order of id (ids are UUIDv7, so that is the order of making). */
export interface PageRequest {
  readonly limit: number;
  /** The id after which the page begins. */
  readonly after: string | null;
}

/** A webhook, by its tenant and its id. */
export interface WebhookKey {
  readonly issuerId: string;
  readonly webhookId: string;
}

/** Where the events of an issuer are sent. `eventTypes` is empty for all. */
export type WebhookRecord = Pick<
  Row<'webhook'>,
  | 'issuerId'
  | 'id'
  | 'url'
  | 'description'
  | 'eventTypes'
  | 'createdAt'
  | 'updatedAt'
  | 'disabledAt'
  | 'disabledReason'
  | 'failingSince'
  | 'lastDeliveredAt'
>;

/** A webhook that a process has the lease of. `failures`: attempts since the last delivery that arrived. */
export type ServedWebhook = WebhookRecord & Pick<Row<'webhook'>, 'failures' | 'restsUntil' | 'lease'>;

/** How a webhook fares. */
export type WebhookHealth = Partial<Pick<Row<'webhook'>, 'failures' | 'failingSince' | 'lastDeliveredAt' | 'restsUntil'>>;

/** What deliveries are signed with, sealed. */
export type WebhookSecretRecord = Row<'webhookSecret'>;

/** One event on its way to one webhook. */
export type DeliveryRecord = Omit<Row<'webhookDelivery'>, 'tx' | 'n'>;

/** A delivery whose time has come. Those of one subject keep their order. */
export interface DueDelivery {
  readonly event: ApiEventRecord;
  readonly attempts: number;
  readonly subject: string;
}

/** What became of one attempt. */
export type AttemptResult = Pick<
  Row<'webhookDelivery'>,
  'eventId' | 'state' | 'nextAt' | 'attemptedAt' | 'status' | 'failure' | 'durationMs' | 'excerpt'
>;
