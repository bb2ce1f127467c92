import { type Bound, bind } from '../bind.js';
import { decideReport } from './decide-report.js';
import { listReports } from './list-reports.js';
import { pruneReports } from './prune-reports.js';
import { type Reporting, reportIssuer } from './report-issuer.js';
import { resumeIssuer, suspendIssuer } from './suspend-issuer.js';

/** What readers report of issuers, and what the operator does about it. */
export interface OperatorUseCases {
  readonly reportIssuer: Bound<typeof reportIssuer>;
  readonly listReports: Bound<typeof listReports>;
  readonly decideReport: Bound<typeof decideReport>;
  readonly pruneReports: Bound<typeof pruneReports>;
  readonly suspendIssuer: Bound<typeof suspendIssuer>;
  readonly resumeIssuer: Bound<typeof resumeIssuer>;
}

export function operatorUseCases(deps: Reporting): OperatorUseCases {
  return {
    reportIssuer: bind(reportIssuer, deps),
    listReports: bind(listReports, deps),
    decideReport: bind(decideReport, deps),
    pruneReports: bind(pruneReports, deps),
    suspendIssuer: bind(suspendIssuer, deps),
    resumeIssuer: bind(resumeIssuer, deps),
  };
}
