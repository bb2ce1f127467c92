import type { MailSettings, UpdateMailSettings } from '@proofmark/schemas/api';
import type { MailSettingsRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer, lockIssuer } from '../access/load-issuer.js';
import { membersOf, recordAct } from '../access/record-act.js';
import { NO_MAILS } from '../issuers/no-mails.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';

export interface MailSetting extends IdSource {
  readonly store: Pick<Store, 'issuers' | 'mailSettings' | 'transaction'>;
  /** Whether mails are sent, or kept to be read on this machine. */
  readonly sends: boolean;
}

/** What an issuer wants its learners told by mail. */
export async function getMailSettings(
  { store, sends }: Pick<MailSetting, 'store' | 'sends'>,
  { actor, input: issuerId }: Request<string>,
): Promise<Result<MailSettings>> {
  const issuer = await loadIssuer(store.issuers, actor, issuerId);
  return issuer.ok ? done({ ...((await store.mailSettings.find(issuerId)) ?? NO_MAILS), available: sends }) : issuer;
}

/** Changes it. What happened before an issuer first wanted mails is told to nobody. */
export async function updateMailSettings(
  deps: MailSetting,
  { actor, input: { issuerId, changes } }: Request<{ readonly issuerId: string; readonly changes: UpdateMailSettings }>,
): Promise<Result<MailSettings>> {
  return deps.store.transaction(async (tx) => {
    const issuer = await lockIssuer(tx.issuers, actor, issuerId);
    if (!issuer.ok) return issuer;
    const before = (await tx.mailSettings.find(issuerId)) ?? NO_MAILS;
    const wanted: MailSettingsRecord = { ...before, ...present(changes) };
    const any = wanted.issued || wanted.changes || wanted.erased;
    if (any && !deps.sends) return noMail();
    await tx.mailSettings.save(issuerId, wanted, deps.clock.now());
    const { replyTo: _, ...plain } = wanted;
    const details = { ...plain, changed: membersOf(changes) };
    await recordAct(deps, tx, actor, { action: 'issuer.mail-changed', issuerId, objectId: issuerId, details });
    return done({ ...wanted, available: deps.sends });
  });
}

/** Sees that the mails of an issuer are followed of which a request wants one; a refusal where no mail is sent. */
export async function wantMail(deps: MailSetting, issuerId: string): Promise<Refused | null> {
  if (!deps.sends) return noMail();
  await deps.store.mailSettings.ensure(issuerId, NO_MAILS, deps.clock.now());
  return null;
}

function noMail(): Refused {
  return refused('unavailable', 'This service sends no mail: whoever runs it has to set SMTP_URL and MAIL_FROM.');
}

function present<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
