import { type Bound, bind } from '../bind.js';
import { listAuditLog } from './list-audit-log.js';
import { listOrganisationLog } from './list-organisation-log.js';
import { type Sealing, sealAuditLogs } from './seal-audit-log.js';

/** What is done with the audit logs beside writing into them. */
export interface AuditUseCases {
  readonly listAuditLog: Bound<typeof listAuditLog>;
  readonly listOrganisationLog: Bound<typeof listOrganisationLog>;
  readonly sealAuditLogs: Bound<typeof sealAuditLogs>;
}

export function auditUseCases(deps: Sealing): AuditUseCases {
  return {
    listAuditLog: bind(listAuditLog, deps),
    listOrganisationLog: bind(listOrganisationLog, deps),
    sealAuditLogs: bind(sealAuditLogs, deps),
  };
}
