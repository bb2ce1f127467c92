import type { Erasing } from '../credentials/erase-credential.js';
import { erasePerson } from '../recipient-records/erase-person.js';

export type EndedRecipients = Erasing;

const DAY = 86_400_000;
/** Recipients of one read. */
const PAGE = 500;
/** Of one run: what is left is done by the next. */
const MOST = 2000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Erases people whose badges were all revoked or expired so long ago as their issuer says, with these badges. Each issuer is looked at once a day. */
export async function eraseEnded(deps: EndedRecipients, signal?: AbortSignal): Promise<void> {
  const now = deps.clock.now();
  for (const { issuerId, recipientDays } of await deps.store.retention.issuersToLookAt(new Date(now.getTime() - DAY))) {
    const whole = await eraseEndedOf(deps, issuerId, new Date(now.getTime() - recipientDays * DAY), signal);
    if (whole) await deps.store.retention.lookedAt(issuerId, now);
  }
}

/** Whether all recipients were looked at. */
async function eraseEndedOf(deps: EndedRecipients, issuerId: string, before: Date, signal: AbortSignal | undefined): Promise<boolean> {
  let erased = 0;
  for (let after = FIRST; ; ) {
    const page = await deps.store.retention.recipientsAfter(issuerId, after, { before, limit: PAGE });
    for (const { id, ended } of page) {
      if (signal?.aborted || erased === MOST) return false;
      if (ended && (await eraseOne(deps, issuerId, id, before))) erased += 1;
    }
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return true;
  }
}

async function eraseOne(deps: EndedRecipients, issuerId: string, id: string, before: Date): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    if (!(await tx.retention.lockEnded(issuerId, id, before))) return false;
    await erasePerson(deps, tx, 'service', { issuerId, id, badges: await tx.recipients.badgesOf(issuerId, id) });
    return true;
  });
}
