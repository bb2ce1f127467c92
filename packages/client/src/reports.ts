import type { DecideReport, IssuerReport, ListReportsQuery } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** What readers reported of issuers, for admin keys. */
export interface ReportMethods {
  /** The newest first. */
  list(filter?: Omit<ListReportsQuery, 'limit' | 'cursor'>): AsyncGenerator<IssuerReport, void, undefined>;
  decide(id: string, decision: DecideReport): Promise<IssuerReport>;
}

export function reportMethods(send: Send): ReportMethods {
  return {
    list: (filter = {}) => walk(send, '/v1/reports', { ...filter }),
    decide: (id, body) => send({ method: 'POST', path: `/v1/reports/${encodeURIComponent(id)}/decide`, body }),
  };
}
