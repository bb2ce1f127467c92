import { encodeUtf8 } from '@proofmark/primitives';
import { newId } from '../../identifiers.js';
import type { IdSource, Repositories, Sealer } from '../../ports.js';
import type { MailContent } from './mail.js';

export interface Posting extends IdSource {
  readonly sealer: Sealer;
  /** Whether there is a server that takes mails. Without one they are kept, to be read on this machine. */
  readonly sends: boolean;
}

/** Puts a mail into the outbox, in the transaction of what it tells of. `personId` is of whom it goes to, where they can sign in. */
export type PostMail = (tx: Pick<Repositories, 'mails' | 'jobs'>, content: MailContent, personId: string | null) => Promise<void>;

export async function postMail(
  deps: Posting,
  tx: Pick<Repositories, 'mails' | 'jobs'>,
  content: MailContent,
  personId: string | null,
): Promise<void> {
  const id = newId(deps);
  const { sealed: half } = deps.sealer.seal(encodeUtf8(JSON.stringify(content)), sealName(id));
  const sealed = JSON.stringify(half);
  const createdAt = deps.clock.now();
  const state = deps.sends ? 'waiting' : 'kept';
  await tx.mails.insert({ id, kind: content.kind, personId, sealed, state, attempts: 0, createdAt, endedAt: null, failure: null });
  if (deps.sends) await tx.jobs.add('send-mail', [{ payload: { mailId: id }, key: id }]);
}

export function sealName(id: string): readonly string[] {
  return ['mail', id];
}
