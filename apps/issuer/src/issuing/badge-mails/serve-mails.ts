import { mapLimited } from '@proofmark/primitives';
import type { BadgeMailRecord, MailEnd } from '../../store/index.js';
import type { MailOutcome, MailSender } from '../people/mails/mail.js';
import { type ComposedMail, composeMail, type MailComposing } from './compose-mail.js';
import { followEvents } from './follow-events.js';
import { orderReminders } from './order-reminders.js';

export interface MailServing extends MailComposing {
  readonly sender: MailSender | null;
  /** Without a sender: whether mails are kept, to be read on this machine. */
  readonly kept: boolean;
}

/** Milliseconds of one turn of a process, and after which the mails of a process that died are another's. */
const TURN = 45_000;
const HELD = 180_000;
const ISSUERS = 50;
/** Mails of one issuer in its turn, and of those on their way at the same time. */
const BATCH = 20;
const AT_ONCE = 2;
const MINUTE = 60_000;
/** Minutes before each further attempt: in all, some two days. Servers that ask for patience take a mail after some minutes. */
const DELAYS = [1, 5, 15, 60, 180, 360, 720, 1440];

/**
 * Finds out which mails learners are to get, and sends those whose time has come, issuer by issuer, until there is nothing to do. A mail is sent once: twice, with
 * one `Message-ID`, where a process dies between the answer of the server and the commit.
 */
export async function serveMails(deps: MailServing, signal: AbortSignal): Promise<void> {
  if (deps.sender === null && !deps.kept) return;
  // By a clock that is never set back.
  const end = performance.now() + TURN;
  for (let worked = true; worked && !signal.aborted && performance.now() < end; ) {
    worked = false;
    for (const issuerId of await deps.store.mailSettings.due(deps.clock.now(), ISSUERS)) {
      if (signal.aborted) return;
      const turn = await serveIssuer(deps, issuerId, signal);
      if (turn === 'unreachable') return;
      worked ||= turn === 'worked';
    }
  }
}

async function serveIssuer(deps: MailServing, issuerId: string, signal: AbortSignal): Promise<'worked' | 'idle' | 'unreachable'> {
  const followed = await followEvents(deps, issuerId);
  const reminded = await orderReminders(deps, issuerId);
  const now = deps.clock.now();
  const until = new Date(now.getTime() + HELD);
  const taken = await deps.store.transaction((tx) => tx.badgeMails.take(issuerId, { now, until, limit: BATCH }));
  await deps.store.mailSettings.served(issuerId, now);
  const untried: string[] = [];
  let unreachable = false;
  await mapLimited(AT_ONCE, taken, async (record) => {
    if (unreachable || signal.aborted) return void untried.push(record.id);
    const composed = await composeMail(deps, record);
    const outcome = composed === null ? null : await (deps.sender?.sendBadgeMail(composed.mail) ?? 'kept');
    if (typeof outcome === 'object' && outcome !== null && !outcome.sent && outcome.unreachable) unreachable = true;
    await deps.store.badgeMails.end(record, endOf(record, composed, outcome, deps.clock.now()));
  });
  await deps.store.badgeMails.giveBack(issuerId, untried, deps.clock.now());
  if (unreachable) return 'unreachable';
  return followed || reminded || taken.length > untried.length ? 'worked' : 'idle';
}

/** What an attempt makes of a mail. */
function endOf({ attempts, createdAt }: BadgeMailRecord, composed: ComposedMail, outcome: MailOutcome | 'kept' | null, now: Date): MailEnd {
  const common = { nextAt: now, sentAt: null, endedAt: now, address: composed?.address ?? null, answer: null, awaited: false };
  if (outcome === null) return { ...common, state: 'dropped' };
  if (outcome === 'kept') return { ...common, state: 'kept' };
  const answer = outcome.answer ?? null;
  if (outcome.sent) return { ...common, state: 'sent', sentAt: now, answer, awaited: composed?.awaited === true };
  const delay = outcome.refused ? undefined : DELAYS[attempts - 1];
  const said = answer ?? outcome.reason;
  if (delay === undefined) return { ...common, state: 'refused', answer: said };
  const nextAt = new Date(Math.max(now.getTime(), createdAt.getTime()) + delay * MINUTE);
  return { ...common, state: 'deferred', nextAt, endedAt: null, answer: said };
}
