import { newPublicId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';

const AT_ONCE = 500;
const DAY = 86_400_000;
/** Nobody is reminded of what was mailed long before the issuer wanted reminders. */
const LATEST_DAYS = 30;

/** Orders a reminder of each badge that was mailed so many days ago and that nobody has claimed. Answers whether any was. */
export async function orderReminders(
  deps: IdSource & { readonly store: Pick<Store, 'transaction' | 'issuers' | 'mailSettings'> },
  issuerId: string,
): Promise<boolean> {
  const settings = await deps.store.mailSettings.find(issuerId);
  const days = settings?.reminderDays ?? null;
  const issuer = days === null ? null : await deps.store.issuers.find(issuerId);
  if (days === null || issuer === null) return false;
  return deps.store.transaction(async (tx) => {
    const now = deps.clock.now();
    const before = new Date(now.getTime() - days * DAY);
    const since = new Date(before.getTime() - LATEST_DAYS * DAY);
    const badges = await tx.badgeMails.awaited(issuerId, { before, since, limit: AT_ONCE });
    const mails = badges.map((credentialId) => ({ id: newPublicId(deps, issuer), credentialId, kind: 'reminder' as const, eventId: null }));
    await tx.badgeMails.insert(issuerId, mails, now);
    return mails.length > 0;
  });
}
