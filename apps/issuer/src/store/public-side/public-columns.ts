import type { ChangeKind } from '../../public/cache/public-change.js';

/** A table that public documents are made of. */
export interface PublicTable {
  /** What of it they read. A test compares this with the statements of the public reads. */
  readonly columns: string;
  /** Who changes one of these, or removes a row, notes a change of one of these kinds in the same transaction. */
  readonly kinds: readonly ChangeKind[];
  /** Whether who adds a row does so too; otherwise why nothing in memory can show that it was not there. */
  readonly added: true | string;
  /** Columns of which a change alone shows nothing, and why. */
  readonly silent?: Readonly<Record<string, string>>;
}

const NEW = 'Nothing is kept of what is not there, so nothing is old when it comes.';
const WITH_BADGE = 'It comes with its badge, in one transaction.';

/** Every table that public documents are made of. */
export const PUBLIC_TABLES: Readonly<Record<string, PublicTable>> = {
  achievement: {
    columns: 'definition evidence_policy id image_bytes image_media_type issuer_id',
    kinds: ['achievement'],
    added: NEW,
  },
  archive_request: {
    columns: 'archive credential_id issuer_id n',
    kinds: ['credential'],
    added: WITH_BADGE,
  },
  assessor: {
    columns: 'id issuer_id',
    kinds: ['assessor'],
    added: NEW,
  },
  capture: {
    columns: 'bytes credential_id issuer_id media_type n',
    kinds: ['credential'],
    added: WITH_BADGE,
  },
  consent: {
    columns: 'credential_id issuer_id page search seq',
    kinds: ['credential'],
    added: true,
  },
  credential: {
    columns:
      'achievement_id detached_jwt erased_at evidence_findings id issuer_id predecessor_id record_salt revoked_at signed_json signed_jwt suspended_at valid_from valid_until',
    kinds: ['credential'],
    added: NEW,
    silent: {
      record_salt: 'It is written once, where there was none, and nothing is kept of that; an erasure shows by the other columns.',
    },
  },
  endorsement: {
    columns: 'body credential_id form id issuer_id',
    kinds: ['credential'],
    added: true,
  },
  evidence_report: {
    columns: 'body credential_id issuer_id',
    kinds: ['credential'],
    added: WITH_BADGE,
  },
  issuance_record: {
    columns: 'body issuer_id',
    kinds: ['record', 'issuer'],
    added: true,
  },
  issuer: {
    columns: 'did id mode name number profile slug suspended_since suspension_reason url',
    kinds: ['issuer'],
    added: NEW,
  },
  issuer_domain: {
    columns: 'id issuer_id origin',
    kinds: ['issuer'],
    added: true,
  },
  record_file: {
    columns: 'block body issuer_id status_list_id',
    kinds: ['record'],
    added: true,
  },
  signing_key: {
    columns: 'algorithm created_at id issuer_id public_jwk purpose retired_at revocation_reason revoked_at used_at verification_method',
    kinds: ['issuer'],
    added: true,
    silent: { used_at: 'An active key is published whether it was used or not, and only an active one is used; its end is noted.' },
  },
  status_event: {
    columns: 'credential_id issuer_id purpose reason seq value',
    kinds: ['credential'],
    added: true,
  },
  status_list: {
    columns: 'id issuer_id',
    kinds: ['status-list'],
    added: NEW,
  },
  status_list_document: {
    columns: 'body issuer_id status_list_id',
    kinds: ['status-list'],
    added: NEW,
  },
  suspension_list_document: {
    columns: 'body issuer_id status_list_id',
    kinds: ['status-list'],
    added: NEW,
  },
  work_look: {
    columns: 'at credential_id issuer_id piece reason same_bytes seq',
    kinds: ['credential'],
    added: true,
  },
};
