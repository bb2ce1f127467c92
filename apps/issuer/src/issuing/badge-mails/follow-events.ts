import type { BadgeMailKind, FollowedEvent, MailSettingsRecord, NewBadgeMail } from '../../store/index.js';
import { newPublicId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';

/** Events of one transaction. */
const EVENTS = 500;

/** What an event is to a learner; `issued` is `renewed` where the badge renews another one. A badge that was corrected is told of as the new one. */
const KINDS: Readonly<Record<string, BadgeMailKind>> = {
  'credential.issued': 'issued',
  'credential.resent': 'resent',
  'credential.revoked': 'withdrawn',
  'credential.suspended': 'suspended',
  'credential.resumed': 'resumed',
};

/** Orders the mails of the next events of an issuer. Answers whether there were any events. */
export async function followEvents(
  deps: IdSource & { readonly store: Pick<Store, 'transaction' | 'issuers'> },
  issuerId: string,
): Promise<boolean> {
  const issuer = await deps.store.issuers.find(issuerId);
  if (issuer === null) return false;
  return deps.store.transaction(async (tx) => {
    const taken = await tx.mailSettings.takeEvents(issuerId, EVENTS);
    if (taken === null) return false;
    const ids = [
      ...new Set(taken.events.flatMap(({ type, credentialId }) => (type in KINDS && credentialId !== null ? [credentialId] : []))),
    ];
    const badges = new Map((await tx.badgeMails.badges(issuerId, ids)).map((badge) => [badge.id, badge]));
    const mails = taken.events.flatMap((event): readonly NewBadgeMail[] => {
      const badge = event.credentialId === null ? undefined : badges.get(event.credentialId);
      const kind = badge === undefined ? null : kindOf(event, badge, taken.settings);
      return badge === undefined || kind === null
        ? []
        : [{ id: newPublicId(deps, issuer), credentialId: badge.id, kind, eventId: event.id }];
    });
    const now = deps.clock.now();
    await tx.badgeMails.insert(issuerId, mails, now);
    await tx.badgeMails.correct(issuerId, correctedBy(taken.events));
    return true;
  });
}

/** What is told of an event; null for nothing. */
function kindOf(
  { type }: FollowedEvent,
  { renews, succeeded, mail }: { readonly renews: boolean; readonly succeeded: boolean; readonly mail: boolean | null },
  { issued, changes }: MailSettingsRecord,
): BadgeMailKind | null {
  const kind = KINDS[type] ?? null;
  if (kind === null) return null;
  if (kind === 'issued') return (mail ?? issued) ? (renews ? 'renewed' : 'issued') : null;
  if (kind === 'resent') return issued || mail === true ? kind : null;
  // The badge that took its place is told of.
  return changes && !succeeded ? kind : null;
}

function correctedBy(events: readonly FollowedEvent[]): readonly string[] {
  return events.flatMap(({ type, data }) => (type === 'credential.corrected' && data.successorId !== undefined ? [data.successorId] : []));
}
