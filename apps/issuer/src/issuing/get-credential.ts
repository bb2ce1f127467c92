import { lacks, type Request, tenantFor } from './actor.js';
import type { IssuingDeps } from './ports.js';
import type { CredentialRecord } from './records.js';
import { done, notFound, type Result } from './result.js';

/** One badge. Scope `credentials:read`. */
export async function getCredential(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<CredentialRecord>> {
  const denied = lacks(actor, 'credentials:read');
  if (denied) return denied;
  const { credentials } = deps.store;
  const tenant = await tenantFor(actor, input, credentials.tenantOf);
  const credential = tenant === null ? null : await credentials.find(tenant, input);
  return credential === null || credential.signed === null ? notFound('credential') : done(credential);
}
