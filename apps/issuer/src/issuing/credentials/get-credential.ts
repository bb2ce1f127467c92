import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { type CredentialWithHistory, withHistory } from '../monitoring/credential-history.js';
import type { IssuingDeps } from '../ports.js';
import { done, type Result } from '../result.js';

/** One badge, with what became of it. */
export async function getCredential(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<CredentialWithHistory>> {
  const found = await loadCredential(deps.store.credentials, actor, input);
  return found.ok ? done(await withHistory(deps, found.value)) : found;
}
