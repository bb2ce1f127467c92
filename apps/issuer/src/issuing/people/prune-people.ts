import type { Clock, Store } from '../ports.js';

/** Mails, and links, invitations and sessions that have ended, are kept for so many days. */
const KEPT_DAYS = 30;

/** Forgets mails of long ago, and links, invitations and sessions that ended long ago: also the addresses of people who never came. */
export async function prunePeople({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'mails' | 'sessions' | 'signInLinks' | 'signOn' | 'passkeys' | 'invitations'>;
  readonly clock: Clock;
}): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await store.mails.prune(before);
  await store.sessions.prune(before);
  await store.signInLinks.prune(before);
  await store.signOn.prune(before);
  await store.passkeys.prune(before);
  await store.invitations.prune(before);
}
