import type { CreateClaimLink } from '@proofmark/schemas/api';
import type { ClaimLinkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { type AvailableCredential, loadCredential, lockCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { newId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';
import { hashOf, newClaimToken } from './claim-token.js';

export interface NewClaimLink {
  readonly link: ClaimLinkRecord;
  /** The secret part of the link. It is handed out here and stored nowhere. */
  readonly token: string;
}

export interface ClaimLinkInput extends CreateClaimLink {
  readonly credentialId: string;
  /** Who sends it. Only what the service itself sends to an address proves that somebody has it. */
  readonly sentBy: 'provider' | 'service';
}

const DAYS = 30;
const DAY = 86_400_000;

/** Makes a link by which the learner claims a badge. A link that was made before and not used ends. */
export async function createClaimLink(
  deps: IdSource & { readonly store: Store },
  { actor, input }: Request<ClaimLinkInput>,
): Promise<Result<NewClaimLink>> {
  const found = await loadCredential(deps.store.credentials, actor, input.credentialId);
  if (!found.ok) return found;
  const { issuerId, id: credentialId } = found.value;
  const issuer = await deps.store.issuers.find(issuerId);
  if (issuer === null) throw new Error('a badge has no issuer');
  const token = newClaimToken('claim', deps.random, issuer);
  return deps.store.transaction(async (tx) => {
    const locked = await lockCredential(tx.credentials, { issuerId, credentialId });
    if (!locked.ok) return locked;
    const refusal = refusalOf(locked.value);
    if (refusal !== null) return refusal;
    const now = deps.clock.now();
    const address = locked.value.recipientLookup;
    const link: ClaimLinkRecord = {
      issuerId,
      credentialId,
      id: newId(deps),
      address,
      provesAddress: input.sentBy === 'service' && address !== null,
      apiKeyId: actor.keyId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + (input.days ?? DAYS) * DAY),
      usedAt: null,
      endedAt: null,
    };
    await tx.claimLinks.insert(link, hashOf(token));
    await recordAct(deps, tx, actor, { action: 'claim-link.created', issuerId, objectId: link.id, details: { credentialId } });
    return done({ link, token });
  });
}

function refusalOf({ revoked, suspended, superseded }: AvailableCredential): Refused | null {
  if (revoked !== null) return refused('conflict', 'This badge was revoked: nobody can claim it. To award it anew, issue a new badge.');
  if (suspended !== null) return refused('conflict', 'This badge is suspended: resume it before its learner is asked to claim it.');
  return superseded ? refused('conflict', 'A newer badge took the place of this one: make a link of that one.') : null;
}
