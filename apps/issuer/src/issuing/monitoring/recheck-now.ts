import type { EvidenceCheck } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { done, type Result } from '../result.js';
import { withHistory } from './credential-history.js';
import type { Rechecking } from './recheck-credential.js';
import { recordResults } from './record-results.js';
import { loggedWork } from './work-log.js';

/** Rechecks the evidence of a badge now, keeps the results like those of the schedule, and answers them with the earlier ones. */
export async function recheckNow(deps: Rechecking, { actor, input: credentialId }: Request<string>): Promise<Result<EvidenceCheck>> {
  const loaded = await loadCredential(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const credential = loaded.value;
  const stored = await recordResults(deps, { issuerId: credential.issuerId, credentialId }, await deps.recheck(credential));
  if (!stored.ok) return stored;
  const { history } = await withHistory(deps.store, credential);
  return done({ items: [], policy: null, work: loggedWork(history, deps.clock.now()) });
}
