import type { IssuerReport } from '@proofmark/schemas/api';
import type { OpenedReport } from '../../../issuing/operator/list-reports.js';

export function representReport(report: OpenedReport): IssuerReport {
  const { id, issuerId, credentialId, reason, text, email, decision, createdAt, decidedAt } = report;
  const dates = { createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
  return { id, issuerId, credentialId, reason, text, email, state: decision ?? 'open', ...dates };
}
