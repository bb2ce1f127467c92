import type { BadgeKey } from './life-ports.js';
import type { ArchiveRequestRecord, StoredCopy } from './records.js';

export type NewArchiveRequest = Omit<ArchiveRequestRecord, 'issuerId' | 'credentialId'>;

/** What is kept about the work behind a badge. */
export interface EvidenceRepository {
  /** `body` is stored as it is: the badge names its digest. */
  insertReport(issuerId: string, credentialId: string, body: string): Promise<void>;
  insertArchiveRequests(issuerId: string, credentialId: string, requests: readonly NewArchiveRequest[]): Promise<void>;
  /** Those on which an archive has not yet given its last word. */
  openArchiveRequests(badge: BadgeKey): Promise<readonly ArchiveRequestRecord[]>;
  /** All of them, in the order of the work. */
  archiveRequests(badge: BadgeKey): Promise<readonly ArchiveRequestRecord[]>;
  updateArchiveRequest(request: ArchiveRequestRecord): Promise<void>;
  insertCopies(issuerId: string, credentialId: string, copies: readonly StoredCopy[], at: Date): Promise<void>;
}
