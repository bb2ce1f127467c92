import type { Api } from './api.fixture.js';

/** Every table that has rows of an issuer. */
export const TENANT_TABLES: readonly string[] = [
  'issuer',
  'organisation_issuer',
  'signing_key',
  'sealed_key',
  'issuer_domain',
  'achievement',
  'credential',
  'recipient',
  'evidence_report',
  'capture',
  'archive_request',
  'private_work',
  'viewing_link',
  'viewing',
  'status_event',
  'status_list_document',
  'suspension_list_document',
  'api_key',
  'api_event',
  'assessor',
  'endorsement',
  'work_look',
  'work_watch',
  'idempotency',
  'audit_entry',
  'status_list',
  'issuance_record',
  'record_entry',
  'record_file',
  'resigning',
  'webhook',
  'webhook_secret',
  'webhook_delivery',
  'blob_part',
  'issuance_job',
  'issuance_chunk',
  'retention',
  'claim_link',
  'consent',
  'skill_framework',
  'skill',
  'public_change',
];

/** Gives an issuer to an organisation. */
export async function ownedByAnOrganisation({ store }: Pick<Api, 'store'>, issuerId: string): Promise<void> {
  const id = '0198ab00-0000-7000-8000-0000000000aa';
  await store.people.insertOrganisation({ id, name: 'Acme', createdAt: new Date() });
  await store.people.own(id, issuerId);
}
