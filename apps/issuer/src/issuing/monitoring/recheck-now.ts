import type { EvidenceCheck } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { IssuingDeps } from '../ports.js';
import { done, type Result } from '../result.js';
import { withHistory } from './credential-history.js';
import { recheckEvidence } from './recheck-evidence.js';
import { recordResults } from './record-results.js';
import { loggedWork } from './work-log.js';

/** Looks at the work of a badge now, keeps what was found as any other look, and answers it with those before. */
export async function recheckNow(deps: IssuingDeps, { actor, input: credentialId }: Request<string>): Promise<Result<EvidenceCheck>> {
  const loaded = await loadCredential(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const credential = loaded.value;
  const stored = await recordResults(deps, { issuerId: credential.issuerId, credentialId }, await recheckEvidence(deps, credential));
  if (!stored.ok) return stored;
  const { history } = await withHistory(deps, credential);
  return done({ items: [], policy: null, work: loggedWork(history, deps.clock.now()) });
}
