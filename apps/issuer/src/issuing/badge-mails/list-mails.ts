import type { BadgeMailRecord, BadgeMailState } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { BadgeMail } from '../people/mails/badge-mail.js';
import type { Clock, Sealer, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { composeMail, type MailComposing } from './compose-mail.js';

export interface MailsInput {
  /** An admin key names it. */
  readonly issuerId: string | null;
  readonly credentialId: string | null;
  readonly state: BadgeMailState | null;
  readonly page: { readonly limit: number; readonly after: string | null };
}

/** Mails of an issuer about its badges, the newest first. */
export async function listMails(
  { store }: { readonly store: Pick<Store, 'badgeMails'> },
  { actor, input }: Request<MailsInput>,
): Promise<Result<readonly BadgeMailRecord[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const mails = await store.badgeMails.list(issuer.value, input, input.page);
  return mails === null ? refused('invalid-parameter', 'The `cursor` is none of this list: begin without it.') : done(mails);
}

const DAY = 86_400_000;
/** Days that are counted. */
const COUNTED = 30;

/** How many mails of the last thirty days are in each state. */
export async function countMails(
  { store, clock }: { readonly store: Pick<Store, 'badgeMails'>; readonly clock: Clock },
  { actor, input }: Request<{ readonly issuerId: string | null }>,
): Promise<Result<Readonly<Record<BadgeMailState, number>>>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const none = { queued: 0, sent: 0, deferred: 0, refused: 0, bounced: 0, dropped: 0, kept: 0 };
  const since = new Date(clock.now().getTime() - COUNTED * DAY);
  return done(issuer.value === null ? none : { ...none, ...(await store.badgeMails.count(issuer.value, since)) });
}

/** A mail to a learner that nobody sends. */
export interface KeptBadgeMail {
  readonly createdAt: Date;
  readonly mail: BadgeMail;
}

const KEPT = 50;

/** Mails to learners that were kept for want of a server that takes them, the newest first. */
export async function listKeptBadgeMails(deps: MailComposing & { readonly sealer: Sealer }): Promise<readonly KeptBadgeMail[]> {
  const kept: KeptBadgeMail[] = [];
  for (const record of await deps.store.badgeMails.kept(KEPT)) {
    const composed = await composeMail(deps, record);
    if (composed !== null) kept.push({ createdAt: record.createdAt, mail: composed.mail });
  }
  return kept;
}
