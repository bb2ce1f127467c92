import type { CredentialKey } from './life-ports.js';
import type { ArchiveRequestRecord, StoredCopy, ViewingLinkRecord } from './records.js';
import type { PageRequest } from './store-ports.js';

export type NewArchiveRequest = Omit<ArchiveRequestRecord, 'issuerId' | 'credentialId'>;

/** What is kept about the work behind a badge. */
export interface EvidenceRepository {
  /** `body` is stored as it is: the badge names its digest. */
  insertReport(issuerId: string, credentialId: string, body: string): Promise<void>;
  insertArchiveRequests(issuerId: string, credentialId: string, requests: readonly NewArchiveRequest[]): Promise<void>;
  /** Those on which an archive has not yet given its last word. */
  openArchiveRequests(badge: CredentialKey): Promise<readonly ArchiveRequestRecord[]>;
  /** All of them, in the order of the work. */
  archiveRequests(badge: CredentialKey): Promise<readonly ArchiveRequestRecord[]>;
  updateArchiveRequest(request: ArchiveRequestRecord): Promise<void>;
  /** Which pieces of private work are kept, by their places. */
  privateWork(badge: CredentialKey): Promise<readonly number[]>;
  insertPrivateWork(issuerId: string, credentialId: string, contents: readonly StoredCopy[]): Promise<void>;
  insertCopies(issuerId: string, credentialId: string, copies: readonly StoredCopy[], at: Date): Promise<void>;
}

/** What a viewing link leads to. */
export interface ShownWork {
  readonly link: ViewingLinkRecord;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Who may look at private work, and when they did. */
export interface ViewingRepository {
  insert(link: ViewingLinkRecord, tokenHash: Uint8Array): Promise<void>;
  find(badge: CredentialKey, id: string): Promise<ViewingLinkRecord | null>;
  /** In the order of their making. */
  list(badge: CredentialKey, page: PageRequest): Promise<readonly ViewingLinkRecord[]>;
  /** When the work was shown by these links, newest first, at most `each` times a link. */
  viewings(badge: CredentialKey, linkIds: readonly string[], each: number): Promise<ReadonlyMap<string, readonly Date[]>>;
  revoke(badge: CredentialKey, id: string, at: Date): Promise<void>;
  /** The link of this token, as long as it may be used. */
  findByToken(tokenHash: Uint8Array, now: Date): Promise<ViewingLinkRecord | null>;
  /** Counts one viewing and writes it down, as long as the link may be used; null when it may not. */
  view(tokenHash: Uint8Array, now: Date): Promise<ShownWork | null>;
}
