import type { AuditEntry } from '@proofmark/schemas/api';
import type { AuditFilter } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { done, notFound, type Result } from '../result.js';
import { sealedEntry } from './audit-entry.js';
import { type Sealing, sealAuditLog } from './seal-audit-log.js';

/** What was done in an organisation: to its members and invitations, and to itself. These are entries of the service's own log. */
export async function listOrganisationLog(
  deps: Sealing,
  { actor, input: { organisationId, ...filter } }: Request<AuditFilter & { readonly organisationId: string }>,
): Promise<Result<readonly AuditEntry[]>> {
  if (actor.person?.organisationId !== organisationId) return notFound('organisation');
  await sealAuditLog(deps, null);
  return done((await deps.store.audit.listOrganisation(organisationId, filter)).map(sealedEntry));
}
