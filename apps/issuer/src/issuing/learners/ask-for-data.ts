import type { LearnerRequestRecord } from '../../store/index.js';
import { lockCredential } from '../access/load-credential.js';
import { hashOf, newClaimToken } from '../claims/claim-token.js';
import { readClaim } from '../claims/read-claim.js';
import { newPublicId } from '../identifiers.js';
import { opened } from '../recipients/known-recipient.js';
import { type Asked, isTooMany, type LearnerAsking, provingMail } from './learner-asking.js';

export type DataAnswer = 'sent' | 'no-mail' | 'no-address' | 'too-many';

const HOURS = 24;

/**
 * Sends a link to the address that the issuer keeps of a learner: whoever reads that mail sees what is kept of them, and can have it erased. The learner's page
 * alone does not do, since its address may have been given away or found.
 */
export async function askForData(deps: LearnerAsking, text: string, language: string): Promise<Asked<DataAnswer>> {
  const claim = await readClaim(deps, text);
  if (claim.kind !== 'learner') return { claim, answer: null };
  const { link, issuer } = claim;
  const { post } = deps;
  if (post === null) return { claim, answer: 'no-mail' };
  const { issuerId, credentialId } = link;
  const answer = await deps.store.transaction(async (tx): Promise<DataAnswer> => {
    const badge = await lockCredential(tx.credentials, link);
    const person = !badge.ok || badge.value.recipient === null ? null : await tx.recipients.find(issuerId, badge.value.recipient.id);
    const to = person === null ? null : opened(deps.recipients, person).email;
    if (person === null || to === null) return 'no-address';
    const createdAt = deps.clock.now();
    const request: LearnerRequestRecord = {
      issuerId,
      credentialId,
      id: newPublicId(deps, issuer),
      kind: 'data',
      state: 'open',
      address: person.lookup,
      proposal: null,
      provesAddress: link.provesAddress,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + HOURS * 3_600_000),
      provenAt: null,
      decidedAt: null,
    };
    if (await isTooMany(tx, request)) return 'too-many';
    const token = newClaimToken('data', deps.random, issuer);
    await tx.learnerRequests.insert(request, hashOf(token));
    await post(tx, provingMail('learner-data', { to, language, link: `${deps.baseUrl}/claim/${token}` }, issuer), null);
    return 'sent';
  });
  return { claim, answer };
}
