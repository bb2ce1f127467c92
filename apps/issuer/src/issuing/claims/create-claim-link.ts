import type { CreateClaimLink } from '@proofmark/schemas/api';
import type { ClaimLinkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { type AvailableCredential, loadCredential, lockCredential } from '../access/load-credential.js';
import { type ActingParty, recordAct } from '../access/record-act.js';
import { newId } from '../identifiers.js';
import { refuseSuspended } from '../issuers/suspension.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';
import { hashOf, newClaimToken } from './claim-token.js';

export interface NewClaimLink {
  readonly link: ClaimLinkRecord;
  /** The secret part of the link. It is handed out here and stored nowhere. */
  readonly token: string;
}

export interface ClaimLinkInput extends CreateClaimLink {
  readonly credentialId: string;
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
  const suspended = refuseSuspended(issuer);
  if (suspended !== null) return suspended;
  const token = newClaimToken('claim', deps.random, issuer);
  return deps.store.transaction(async (tx) => {
    const locked = await lockCredential(tx.credentials, { issuerId, credentialId });
    if (!locked.ok) return locked;
    const refusal = refusalOf(locked.value);
    if (refusal !== null) return refusal;
    // The provider sends it, to whomever it chooses.
    const making = { tokenHash: hashOf(token), provesAddress: false, party: actor, days: input.days };
    const link = await insertClaimLink(deps, tx, locked.value, making);
    return done({ link, token });
  });
}

export interface ClaimLinkMaking {
  readonly tokenHash: Uint8Array;
  readonly provesAddress: boolean;
  readonly party: ActingParty;
  readonly days?: number | undefined;
}

/** Writes a link of a badge, which the caller has locked, and tells the audit log. */
export async function insertClaimLink(
  deps: IdSource,
  tx: Pick<Repositories, 'claimLinks' | 'audit'>,
  { issuerId, id: credentialId, recipientLookup: address }: AvailableCredential,
  { tokenHash, provesAddress, party, days = DAYS }: ClaimLinkMaking,
): Promise<ClaimLinkRecord> {
  const createdAt = deps.clock.now();
  const expiresAt = new Date(createdAt.getTime() + days * DAY);
  const apiKeyId = typeof party === 'string' ? null : party.keyId;
  const link = {
    issuerId,
    credentialId,
    id: newId(deps),
    address,
    provesAddress,
    apiKeyId,
    createdAt,
    expiresAt,
    usedAt: null,
    endedAt: null,
  };
  await tx.claimLinks.insert(link, tokenHash);
  await recordAct(deps, tx, party, { action: 'claim-link.created', issuerId, objectId: link.id, details: { credentialId } });
  return link;
}

function refusalOf({ revoked, suspended, superseded }: AvailableCredential): Refused | null {
  if (revoked !== null) return refused('conflict', 'This badge was revoked: nobody can claim it. To award it anew, issue a new badge.');
  if (suspended !== null) return refused('conflict', 'This badge is suspended: resume it before its learner is asked to claim it.');
  return superseded ? refused('conflict', 'A newer badge took the place of this one: make a link of that one.') : null;
}
