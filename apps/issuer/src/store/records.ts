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

export interface StoredImage {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

/** `definition` is as badges carry it. */
export type AchievementRecord = Omit<Row<'achievement'>, 'imageMediaType' | 'imageBytes'>;

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
  > {
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
