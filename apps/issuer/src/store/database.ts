import type { ArchiveName, KeptCopy } from '@proofmark/schemas/work';
import type { Generated, JSONColumnType } from 'kysely';

type Json<T> = JSONColumnType<T & object, string, string>;

export interface IssuerTable {
  id: string;
  slug: string;
  mode: 'live' | 'test';
  did: string;
  name: string;
  url: string | null;
  profile: Json<Record<string, string>>;
  created_at: Date;
  updated_at: Date;
}

export interface SigningKeyTable {
  issuer_id: string;
  id: string;
  algorithm: 'Ed25519' | 'ES256' | 'RS256';
  public_jwk: Json<Record<string, string>>;
  verification_method: string;
  created_at: Date;
  retired_at: Date | null;
}

export interface IssuerDomainTable {
  issuer_id: string;
  id: string;
  origin: string;
  credential: string;
  valid_until: Date;
  created_at: Date;
}

export interface ApiKeyTable {
  id: string;
  issuer_id: string | null;
  name: string;
  prefix: string;
  hash: Uint8Array;
  scopes: string[];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}

export interface AchievementTable {
  issuer_id: string;
  id: string;
  definition: Json<object>;
  /** JSON: an object, or the string `none`. */
  evidence_policy: JSONColumnType<object, string, string>;
  valid_for: string | null;
  image_media_type: string | null;
  image_bytes: Uint8Array | null;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

export interface StatusListTable {
  issuer_id: string;
  id: Generated<number>;
  purpose: 'revocation';
  length: number;
  permutation_key: Uint8Array;
  next_position: Generated<number>;
  origin: string;
  created_at: Date;
}

export interface CredentialTable {
  issuer_id: string;
  id: string;
  achievement_id: string;
  status_list_id: number;
  status_index: number;
  unsigned: string;
  proof_created: Date;
  data_integrity_key: string;
  jwt_key: string;
  evidence_findings: Json<object>;
  api_key_id: string | null;
  signed_json: string | null;
  signed_jwt: string | null;
  recipient_lookup: Uint8Array | null;
  valid_from: Date;
  valid_until: Date | null;
  created_at: Date;
  signed_at: Date | null;
  revoked_at: Date | null;
  predecessor_id: string | null;
  erased_at: Date | null;
}

export interface WorkWatchTable {
  issuer_id: string;
  credential_id: string;
  due_at: Date;
}

export interface WorkLookTable {
  issuer_id: string;
  credential_id: string;
  piece: number;
  seq: Generated<number>;
  at: Date;
  same_bytes: 'matches' | 'changed' | 'gone' | 'private' | 'not-checked';
  reason: string | null;
}

export interface AssessorTable {
  issuer_id: string;
  id: string;
  lookup: Uint8Array | null;
  created_at: Date;
}

export interface EndorsementTable {
  issuer_id: string;
  credential_id: string;
  id: string;
  assessor_id: string | null;
  form: 'json' | 'jwt';
  body: string;
  api_key_id: string | null;
  created_at: Date;
}

export interface ApiEventCounterTable {
  issuer_id: string;
  last: number;
}

export interface ApiEventTable {
  issuer_id: string;
  seq: number;
  id: string;
  type: string;
  credential_id: string;
  data: Json<Record<string, string>>;
  at: Date;
}

export interface EvidenceReportTable {
  issuer_id: string;
  credential_id: string;
  body: string;
}

export interface CaptureTable {
  issuer_id: string;
  credential_id: string;
  n: number;
  media_type: string;
  bytes: Uint8Array;
  created_at: Date;
}

export interface ArchiveRequestTable {
  issuer_id: string;
  credential_id: string;
  n: number;
  archive: ArchiveName;
  url: string;
  swhid: string | null;
  state: KeptCopy['state'];
  job: string | null;
  archived_url: string | null;
  reason: string | null;
  attempts: number;
  at: Date;
  asked_at: Date;
}

export interface PrivateWorkTable {
  issuer_id: string;
  credential_id: string;
  n: number;
  media_type: string;
  bytes: Uint8Array;
}

export interface ViewingLinkTable {
  issuer_id: string;
  credential_id: string;
  id: string;
  n: number;
  token_hash: Uint8Array;
  for_whom: string;
  max_views: number | null;
  views: number;
  expires_at: Date;
  revoked_at: Date | null;
  api_key_id: string | null;
  created_at: Date;
}

export interface ViewingTable {
  issuer_id: string;
  credential_id: string;
  link_id: string;
  seq: Generated<number>;
  at: Date;
}

export interface StatusEventTable {
  issuer_id: string;
  seq: Generated<number>;
  credential_id: string;
  status_list_id: number;
  status_index: number;
  value: boolean;
  reason: string | null;
  api_key_id: string | null;
  at: Date;
}

export interface StatusListDocumentTable {
  issuer_id: string;
  status_list_id: number;
  seq: number;
  body: string;
  signed_at: Date;
}

export interface IdempotencyTable {
  owner: string;
  key: string;
  request_hash: Uint8Array;
  holder: string;
  lease_until: Date;
  issuer_id: string | null;
  credential_id: string | null;
  endorsement_id: string | null;
  created_at: Generated<Date>;
}

/** The tables of `migrations/`, for Kysely. */
export interface Database {
  issuer: IssuerTable;
  signing_key: SigningKeyTable;
  issuer_domain: IssuerDomainTable;
  api_key: ApiKeyTable;
  achievement: AchievementTable;
  status_list: StatusListTable;
  credential: CredentialTable;
  evidence_report: EvidenceReportTable;
  work_watch: WorkWatchTable;
  work_look: WorkLookTable;
  assessor: AssessorTable;
  endorsement: EndorsementTable;
  api_event_counter: ApiEventCounterTable;
  api_event: ApiEventTable;
  capture: CaptureTable;
  archive_request: ArchiveRequestTable;
  private_work: PrivateWorkTable;
  viewing_link: ViewingLinkTable;
  viewing: ViewingTable;
  status_event: StatusEventTable;
  status_list_document: StatusListDocumentTable;
  idempotency: IdempotencyTable;
}
