import { type AvailableCredential, type ErasedCredential, isErased } from '../access/load-credential.js';
import type { Repositories } from '../ports.js';
import { type Refused, refused } from '../result.js';

const NEW_ONE = 'Issue a new one: POST /v1/achievements/{achievementId}/credentials.';

/** Why a badge cannot be renewed or corrected, or null when it can. */
export async function renewalRefusal(
  { credentials }: Pick<Repositories, 'credentials'>,
  badge: AvailableCredential | ErasedCredential,
  what: 'renewed' | 'corrected' = 'renewed',
): Promise<Refused | null> {
  if (isErased(badge)) return refused('conflict', `This badge was erased: it cannot be ${what}. ${NEW_ONE}`);
  if (badge.suspended !== null) return refused('conflict', `This badge is suspended: it cannot be ${what} before it is resumed.`);
  const successor = await credentials.findSuccessor(badge.issuerId, badge.id);
  if (successor !== null && badge.revoked !== null) {
    return refused('conflict', `This badge was withdrawn, and ${successor} stands in its place. That one can be ${what}.`);
  }
  if (badge.revoked !== null) return refused('conflict', `This badge was withdrawn: it cannot be ${what}. ${NEW_ONE}`);
  const other = what === 'renewed' ? 'Renew' : 'Correct';
  return successor === null
    ? null
    : refused('conflict', `This badge was renewed already: its successor is ${successor}. ${other} that one.`);
}
