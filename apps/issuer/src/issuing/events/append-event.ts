import type { ApiEventType } from '@proofmark/schemas/api';
import type { CredentialKey } from '../../store/index.js';
import { newId } from '../identifiers.js';
import type { IdSource, Repositories } from '../ports.js';

/** Puts an event into the outbox, in the caller's transaction. `data`: more ids, and nothing personal. */
export async function appendEvent(
  deps: IdSource,
  tx: Pick<Repositories, 'events'>,
  type: ApiEventType,
  { issuerId, credentialId }: CredentialKey | { readonly issuerId: string; readonly credentialId: null },
  data: Readonly<Record<string, string>> = {},
): Promise<void> {
  await tx.events.append({ issuerId, id: newId(deps), type, credentialId, data, at: deps.clock.now() });
}
