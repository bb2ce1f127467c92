import type { AuditEntry } from '@proofmark/schemas/api';
import type { AuditFilter } from '../../store/index.js';
import { isAdmin, type Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import { done, type Result, refused } from '../result.js';
import { sealedEntry } from './audit-entry.js';
import { type Sealing, sealAuditLog } from './seal-audit-log.js';

export interface ListAuditInput extends AuditFilter {
  readonly issuerId: string | null;
  /** Whether the log of the service itself is asked for. */
  readonly service: boolean;
}

/**
 * The audit log of one issuer, or of the service itself, in its order; what was not sealed yet is sealed first. An admin key names one of the two.
 */
export async function listAuditLog(deps: Sealing, { actor, input }: Request<ListAuditInput>): Promise<Result<readonly AuditEntry[]>> {
  const { issuerId: named, service, ...filter } = input;
  if (service && !isAdmin(actor))
    return refused('forbidden', 'Only an admin key may read the audit log of the service. Leave `service` out for that of your issuer.');
  if (service && named !== null) return refused('invalid-parameter', 'Name an `issuer`, or `service`, not both.');
  const issuer = service ? null : issuerOfList(actor, named, 'an `issuer`, or to ask with `service=true`');
  if (issuer !== null && !issuer.ok) return issuer;
  if (issuer !== null && issuer.value === null) return done([]);
  const log = issuer === null ? null : issuer.value;
  await sealAuditLog(deps, log);
  return done((await deps.store.audit.list(log, filter)).map(sealedEntry));
}
