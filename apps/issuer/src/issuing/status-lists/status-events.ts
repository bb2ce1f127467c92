import type { ApiEventType } from '@proofmark/schemas/api';
import { newId } from '../identifiers.js';
import type { IdSource, Repositories } from '../ports.js';
import type { StatusChange, StatusOutcome } from './change-status.js';

/** The name of a change, in the outbox and in the audit log. */
export type StatusAct = 'credential.revoked' | 'credential.suspended' | 'credential.resumed';

export function statusActOf({ purpose, value }: Pick<StatusChange, 'purpose' | 'value'>): StatusAct {
  if (purpose === 'revocation') return 'credential.revoked';
  return value ? 'credential.suspended' : 'credential.resumed';
}

/** Puts what changed into the outbox, in its order, as the last thing that the caller's transaction does. */
export async function appendStatusEvents(
  deps: IdSource,
  tx: Pick<Repositories, 'events'>,
  issuerId: string,
  changes: readonly StatusChange[],
  outcomes: readonly StatusOutcome[],
): Promise<void> {
  const runs: { readonly type: ApiEventType; readonly credentialIds: string[] }[] = [];
  for (const [i, change] of changes.entries()) {
    if (outcomes[i]?.result !== 'changed') continue;
    const type = statusActOf(change);
    const last = runs.at(-1);
    if (last?.type === type) last.credentialIds.push(change.credentialId);
    else runs.push({ type, credentialIds: [change.credentialId] });
  }
  for (const { type, credentialIds } of runs) {
    const events = credentialIds.map((credentialId) => ({ id: newId(deps), credentialId }));
    await tx.events.appendMany(issuerId, type, deps.clock.now(), events);
  }
}
