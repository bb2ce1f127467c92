import type { Sealer, Store } from '../../ports.js';
import type { MailContent } from './mail.js';
import { openMail } from './send-mail.js';

/** A mail that nobody sends: it is read on this machine. */
export interface KeptMail {
  readonly id: string;
  readonly createdAt: Date;
  readonly content: MailContent;
}

/** The mails that were kept for want of a server that takes them, the newest first. */
export async function listKeptMails({
  store,
  sealer,
}: {
  readonly store: Pick<Store, 'mails'>;
  readonly sealer: Sealer;
}): Promise<readonly KeptMail[]> {
  const kept = await store.mails.kept();
  return kept.flatMap((mail) => {
    const content = openMail(sealer, mail);
    return content === null ? [] : [{ id: mail.id, createdAt: mail.createdAt, content }];
  });
}
