import type { PageRequest, ReportFilter, ReportRecord } from '../../store/index.js';
import type { Sealer, Store } from '../ports.js';
import { openReport, type ReportContent } from './sealed-report.js';

export interface ReportReading {
  readonly store: Pick<Store, 'reports'>;
  readonly sealer: Sealer;
}

/** A report with what was written in it. */
export type OpenedReport = Omit<ReportRecord, 'sealed'> & ReportContent;

export function opened(sealer: Sealer, { sealed, ...report }: ReportRecord): OpenedReport {
  return { ...report, ...openReport(sealer, { id: report.id, sealed }) };
}

/** What readers reported, the newest first. It is for the operator alone. */
export async function listReports({ store, sealer }: ReportReading, input: ReportFilter & PageRequest): Promise<readonly OpenedReport[]> {
  return (await store.reports.list(input, input)).map((report) => opened(sealer, report));
}
