import { canonicalEmail, encodeUtf8 } from '@proofmark/primitives';
import { correctCredentialSchema } from '@proofmark/schemas/api';
import type { LearnerRequestRecord } from '../../store/index.js';
import { lockCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { hashOf, newClaimToken } from '../claims/claim-token.js';
import { readClaim } from '../claims/read-claim.js';
import { newPublicId } from '../identifiers.js';
import { recipientInBadge } from '../recipients/recipient-of.js';
import { correctionWaits, type Proposal, sealName } from './correction.js';
import { type Asked, isTooMany, type LearnerAsking, provingMail } from './learner-asking.js';

export type CorrectionAnswer = 'sent' | 'waiting' | 'nothing' | 'no-name' | 'no-email' | 'no-mail' | 'not-standing' | 'too-many';

/** What a learner writes; empty where they leave it as it is. */
export interface CorrectionForm {
  readonly name: string;
  readonly email: string;
}

const DAYS = 3;

/**
 * Takes down what a learner says is right of their name or address. A new address has to be proven by the link of a mail before the issuer is asked; whether
 * the issuer knows it already is not looked at, and so not told.
 */
export async function proposeCorrection(
  deps: LearnerAsking,
  text: string,
  form: CorrectionForm,
  language: string,
): Promise<Asked<CorrectionAnswer>> {
  const claim = await readClaim(deps, text);
  if (claim.kind !== 'learner') return { claim, answer: null };
  const { link, issuer, credential } = claim;
  const proposal = read(form, recipientInBadge(credential.signed.json).name);
  if (typeof proposal === 'string') return { claim, answer: proposal };
  const { post } = deps;
  const { email } = proposal;
  if (email !== null && post === null) return { claim, answer: 'no-mail' };
  const { issuerId, credentialId, provesAddress } = link;
  const answer = await deps.store.transaction(async (tx): Promise<CorrectionAnswer> => {
    const badge = await lockCredential(tx.credentials, link);
    if (!badge.ok || badge.value.revoked !== null || badge.value.suspended !== null || badge.value.superseded) return 'not-standing';
    const createdAt = deps.clock.now();
    const id = newPublicId(deps, issuer);
    const { sealed } = deps.sealer.seal(encodeUtf8(JSON.stringify(proposal)), sealName(issuerId, id));
    const request: LearnerRequestRecord = {
      issuerId,
      credentialId,
      id,
      kind: 'correction',
      state: email === null ? 'waiting' : 'open',
      address: email === null ? null : deps.recipients.lookup(issuerId, email),
      proposal: JSON.stringify(sealed),
      provesAddress,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + DAYS * 86_400_000),
      provenAt: null,
      decidedAt: null,
    };
    if (await isTooMany(tx, request)) return 'too-many';
    const token = newClaimToken('address', deps.random, issuer);
    await tx.learnerRequests.insert(request, hashOf(token));
    await recordAct(deps, tx, 'service', { action: 'correction.requested', issuerId, objectId: id, details: { credentialId } });
    if (email === null || post === null) {
      await correctionWaits(deps, tx, request);
      return 'waiting';
    }
    await post(tx, provingMail('learner-address', { to: email, language, link: `${deps.baseUrl}/claim/${token}` }, issuer), null);
    return 'sent';
  });
  return { claim, answer };
}

/** What is proposed, or what is wrong with it. */
function read(
  { name, email }: CorrectionForm,
  present: string | undefined,
): Proposal | Extract<CorrectionAnswer, 'nothing' | 'no-name' | 'no-email'> {
  const given = { name: name.trim().normalize('NFC'), email: email.trim() };
  const fits = (recipient: object): boolean => correctCredentialSchema.safeParse({ recipient }).success;
  const proposal = {
    name: given.name === '' || given.name === present ? null : given.name,
    email: given.email === '' ? null : canonicalEmail(given.email),
  };
  if (given.email !== '' && (proposal.email === null || !fits({ email: given.email }))) return 'no-email';
  if (proposal.name === null && proposal.email === null) return 'nothing';
  return proposal.name === null || fits({ name: proposal.name }) ? proposal : 'no-name';
}
