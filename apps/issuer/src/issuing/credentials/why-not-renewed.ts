import type { Repositories } from '../ports.js';
import type { CredentialRecord } from '../records.js';
import { notFound, type Result, refused } from '../result.js';

/** Why a badge cannot be renewed, or null when it can. */
export async function whyNotRenewed(
  { credentials }: Pick<Repositories, 'credentials'>,
  badge: CredentialRecord | null,
): Promise<Extract<Result<never>, { ok: false }> | null> {
  if (badge === null) return notFound('credential');
  if (badge.erasedAt !== null) return refused('conflict', 'This badge was erased: it cannot be renewed.');
  if (badge.revoked !== null) return refused('conflict', 'This badge was withdrawn: it cannot be renewed.');
  const successor = await credentials.findSuccessor(badge.issuerId, badge.id);
  return successor === null ? null : refused('conflict', `This badge was renewed already: its successor is ${successor}. Renew that one.`);
}
