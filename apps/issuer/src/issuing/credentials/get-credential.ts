import { lacks, type Request, tenantFor } from '../access/actor.js';
import { type CredentialLife, lifeOf } from '../monitoring/credential-history.js';
import type { IssuingDeps } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';

/** One badge, with what became of it. Scope `credentials:read`. */
export async function getCredential(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<CredentialLife>> {
  const denied = lacks(actor, 'credentials:read');
  if (denied) return denied;
  const { credentials } = deps.store;
  const tenant = await tenantFor(actor, input, credentials.tenantOf);
  const credential = tenant === null ? null : await credentials.find(tenant, input);
  if (credential !== null && credential.erasedAt !== null)
    return refused('gone', `This badge was erased on ${credential.erasedAt.toISOString()}.`);
  return credential === null || credential.signed === null ? notFound('credential') : done(await lifeOf(deps, credential));
}
