import type { ResentRow } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import type { Act } from '../access/record-act.js';
import { done, type Result, refused } from '../result.js';
import { type Resending, resendBadges } from './resend-credentials.js';

/** As `resendBadges`, for one badge: what would refuse its row refuses the request. */
export async function resendCredential(deps: Resending, { actor, input: id }: Request<string>): Promise<Result<ResentRow>> {
  const act = (issuerId: string): Act => ({ action: 'credential.resent', issuerId, objectId: id });
  const rows = await resendBadges(deps, actor, [id], act);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  if (row === undefined) throw new Error('a badge has no row');
  return row.problem === null ? done(row) : refused(row.problem.code, row.problem.detail);
}
