import { type ActingParty, recordAct } from '../access/record-act.js';
import { hashSecretText, newSecretText } from '../access/secret-text.js';
import { newId } from '../identifiers.js';
import type { IdSource, Repositories, Store } from '../ports.js';

/** A link that makes an owner can be used for so many hours. */
const OWNER_LINK_HOURS = 24;

export interface OwnerLinks extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
}

/** Makes a link whose opener becomes an owner, for the operator. Answers its secret, which is nowhere kept. */
export async function createOwnerLink(deps: OwnerLinks): Promise<string> {
  return deps.store.transaction((tx) => makeLink(deps, tx, 'operator'));
}

/** As `createOwnerLink`, by the service itself, as long as nobody can sign in; null afterwards. */
export async function ensureOwnerLink(deps: OwnerLinks): Promise<string | null> {
  return deps.store.transaction(async (tx) => ((await tx.people.lockFirst()).any ? null : makeLink(deps, tx, 'service')));
}

async function makeLink(
  deps: IdSource,
  tx: Pick<Repositories, 'sessions' | 'audit'>,
  party: Extract<ActingParty, string>,
): Promise<string> {
  const now = deps.clock.now();
  const token = newSecretText('owner', deps.random);
  const expiresAt = new Date(now.getTime() + OWNER_LINK_HOURS * 3_600_000);
  await tx.sessions.insertOwnerLink(hashSecretText(token), now, expiresAt);
  const details = { expiresAt: expiresAt.toISOString() };
  await recordAct(deps, tx, party, { action: 'owner-link.created', issuerId: null, objectId: newId(deps), details });
  return token;
}
