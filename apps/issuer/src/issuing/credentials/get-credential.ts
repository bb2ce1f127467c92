import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { type CredentialWithHistory, withHistory } from '../monitoring/credential-history.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** One badge, with what became of it. */
export async function getCredential(
  { store }: { readonly store: Store },
  { actor, input }: Request<string>,
): Promise<Result<CredentialWithHistory>> {
  const found = await loadCredential(store.credentials, actor, input);
  return found.ok ? done(await withHistory(store, found.value)) : found;
}
