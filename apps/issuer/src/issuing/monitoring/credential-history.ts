import type { CredentialRecord } from '../../store/index.js';
import { archivedCopies } from '../evidence/archive-requests.js';
import { evidenceOf } from '../evidence/evidence-items.js';
import type { Store } from '../ports.js';
import { LOOKS_SHOWN, type WorkHistory } from './work-log.js';

/** A badge with what became of it since it was issued. */
export interface CredentialWithHistory {
  readonly credential: CredentialRecord;
  readonly history: WorkHistory;
  /** The badge that renews it and was neither revoked nor erased. */
  readonly successorId: string | null;
}

/** Reads what became of a badge that was not erased. */
export async function withHistory(store: Store, credential: CredentialRecord): Promise<CredentialWithHistory> {
  const { issuerId, id, evidenceFindings, validFrom, validUntil } = credential;
  const badge = { issuerId, credentialId: id };
  const [looks, archived, endorsements, successorId] = await Promise.all([
    evidenceFindings.length === 0 ? [] : store.work.newest(badge, LOOKS_SHOWN),
    evidenceFindings.length === 0 ? [] : store.evidence.archiveRequests(badge).then(archivedCopies),
    store.endorsements.list(badge),
    store.credentials.findSuccessor(issuerId, id),
  ]);
  const history = { evidence: evidenceOf(credential), findings: evidenceFindings, looks, archived, endorsements, validFrom, validUntil };
  return { credential, history, successorId };
}

/** A badge that was issued just now: nothing became of it yet. */
export function withoutHistory(credential: CredentialRecord): CredentialWithHistory {
  const { evidenceFindings: findings, validFrom, validUntil } = credential;
  const history = { evidence: evidenceOf(credential), findings, looks: [], archived: [], endorsements: [], validFrom, validUntil };
  return { credential, history, successorId: null };
}
