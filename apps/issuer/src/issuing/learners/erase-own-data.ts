import type { IssuerRecord } from '../../store/index.js';
import { erasePerson } from '../recipient-records/erase-person.js';
import type { RecipientErasing } from '../recipient-records/erase-recipient.js';
import { isOpen, type OwnData, type OwnDataReading, readOwnData } from './own-data.js';

export type ErasedOwn = { readonly kind: 'erased'; readonly issuer: IssuerRecord; readonly count: number } | OwnData;

/**
 * Erases whoever has the link of a mail, with all badges that they have of the issuer, as the issuer itself would, at once. What a reader of a copy learns
 * stays as it is: a withdrawn badge is still withdrawn, and no other is withdrawn by this.
 */
export async function eraseOwnData(deps: RecipientErasing & OwnDataReading, text: string): Promise<ErasedOwn> {
  const found = await readOwnData(deps, text);
  if (found.kind !== 'proven') return found;
  const { request, person, issuer } = found;
  const { issuerId, id } = person;
  await deps.forgetRows(person);
  const count = await deps.store.transaction(async (tx) => {
    const locked = await tx.learnerRequests.lock(request);
    const still = await tx.recipients.find(issuerId, id);
    if (locked === null || still === null || !isOpen(locked, still, deps.clock.now())) return null;
    const badges = await tx.recipients.badgesOf(issuerId, id);
    await erasePerson(deps, tx, 'service', { issuerId, id, badges });
    return badges.length;
  });
  return count === null ? readOwnData(deps, text) : { kind: 'erased', issuer, count };
}
