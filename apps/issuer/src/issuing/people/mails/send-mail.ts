import { decodeUtf8 } from '@proofmark/primitives';
import type { MailRecord } from '../../../store/index.js';
import type { JobPayloads } from '../../jobs.js';
import type { Clock, Sealer, Store } from '../../ports.js';
import type { MailContent, MailSender } from './mail.js';
import { sealName } from './post-mail.js';

/** Attempts in all. With the pauses of the queue, which grow, that takes some hours. */
const MOST_ATTEMPTS = 9;

export interface MailSending {
  readonly store: Pick<Store, 'mails'>;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly sender: MailSender | null;
}

/**
 * Sends one mail. Where the server does not take it now, the job fails and is tried again later; where it never will, the mail is given up. What it
 * said is forgotten in the end.
 */
export async function sendMail({ store, clock, sealer, sender }: MailSending, { mailId }: JobPayloads['send-mail']): Promise<void> {
  const mail = sender === null ? null : await store.mails.begin(mailId);
  if (sender === null || mail === null) return;
  const content = openMail(sealer, mail);
  const outcome =
    content === null ? { sent: false, refused: true, reason: 'sealed under another keyring' } : await sender.send(mailId, content);
  if (outcome.sent) return store.mails.end(mailId, 'sent', null, clock.now());
  if (outcome.refused || mail.attempts >= MOST_ATTEMPTS) return store.mails.end(mailId, 'failed', outcome.reason, clock.now());
  throw new Error(`a mail was not taken: ${outcome.reason}`);
}

/** What a mail says; null where it was sealed under another keyring. */
export function openMail(sealer: Sealer, { id, sealed }: Pick<MailRecord, 'id' | 'sealed'>): MailContent | null {
  const plain = sealed === null ? null : sealer.open(JSON.parse(sealed), sealName(id));
  return plain === null ? null : (JSON.parse(decodeUtf8(plain) ?? 'null') as MailContent | null);
}
