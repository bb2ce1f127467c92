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
  'assessment',
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
  'overview_day',
  'mail_settings',
  'mail_text',
  'badge_mail',
  'claim_link',
  'consent',
  'learner_request',
  'bulk_act',
  'bulk_act_badge',
  'skill_framework',
  'skill',
  'public_change',
  'issuer_report',
];

/** Gives an issuer what it does not make by the API: an organisation that owns it, a report of a reader, and the counts of a day that is over. */
export async function withRowsOfTheService({ store, useCases }: Pick<Api, 'store' | 'useCases'>, issuerId: string): Promise<void> {
  const id = '0198ab00-0000-7000-8000-0000000000aa';
  await store.people.insertOrganisation({ id, name: 'Acme', createdAt: new Date() });
  await store.people.own(id, issuerId);
  await store.overview.keep(issuerId, [{ day: new Date('2026-01-01T00:00:00Z'), issued: 1, claimed: 0, checked: 0, changed: 0 }]);
  await useCases.reportIssuer({ issuerId, credentialId: null, reason: 'untrue', text: 'X', email: null });
}

/** An attack of one tenant on another by one operation. */
export interface TenantCase {
  readonly path: () => string;
  readonly body?: () => unknown;
  /** A refusal with this status; or a list without anything of Acme's; or the caller's own thing; or rows that are all refused; or this body. */
  readonly expects: number | 'empty' | 'only-own' | 'refused-rows' | object;
}

/** Suspends a badge, and undoes that. The id of the act. */
export async function suspendedAndUndone(api: Pick<Api, 'call'>, key: string, id: string): Promise<string> {
  const body = { credentials: [{ id }], undoable: true };
  const act: string = (await api.call('POST', '/v1/credentials/suspend', { key, body })).body.acts[0].id;
  await api.call('POST', `/v1/bulk-acts/${act}/undo`, { key });
  return act;
}

/** What is for the operator alone: a key of an issuer is refused before anything is looked at. */
export const operatorCases = (issuerId: () => string) => ({
  suspendIssuer: { path: () => `/v1/issuers/${issuerId()}/suspend`, body: () => ({ reason: 'X' }), expects: 403 },
  resumeIssuer: { path: () => `/v1/issuers/${issuerId()}/resume`, expects: 403 },
  listReports: { path: () => `/v1/reports?issuer=${issuerId()}`, expects: 403 },
  decideReport: { path: () => `/v1/reports/${issuerId()}/decide`, body: () => ({ decision: 'dismissed' }), expects: 403 },
});
