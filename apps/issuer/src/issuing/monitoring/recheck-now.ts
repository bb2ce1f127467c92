import type { EvidenceCheck } from '@proofmark/schemas/api';
import { lacks, type Request, tenantFor } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { lifeOf } from './credential-history.js';
import { lookAtWork } from './recheck-evidence.js';
import { recordLooks } from './record-results.js';
import { loggedWork } from './work-log.js';

/**
 * Looks at the work of a badge now, keeps what was found as any other look, and answers it with those before. Scope `credentials:write`.
 */
export async function checkWork(deps: IssuingDeps, { actor, input: credentialId }: Request<string>): Promise<Result<EvidenceCheck>> {
  const denied = lacks(actor, 'credentials:write');
  if (denied) return denied;
  const { credentials } = deps.store;
  const issuerId = await tenantFor(actor, credentialId, credentials.tenantOf);
  const credential = issuerId === null ? null : await credentials.find(issuerId, credentialId);
  if (issuerId === null || credential === null) return notFound('credential');
  if (credential.erasedAt !== null) return erased();
  if (credential.signed === null) return notFound('credential');
  const stored = await recordLooks(deps, { issuerId, credentialId }, await lookAtWork(deps, credential));
  if (!stored) return erased();
  const { history } = await lifeOf(deps, credential);
  return done({ items: [], policy: null, work: loggedWork(history, deps.clock.now()) });
}

function erased(): Result<never> {
  return refused('gone', 'This badge was erased.');
}
