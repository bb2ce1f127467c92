import type { ClaimLinkRecord, ConsentRecord, IssuerRecord } from '../../store/index.js';
import { type AvailableCredential, findAvailable } from '../access/load-credential.js';
import type { Clock, Store } from '../ports.js';
import { readClaimToken } from './claim-token.js';

/** A badge that a link leads to. */
export interface ClaimedBadge {
  readonly link: ClaimLinkRecord;
  readonly credential: AvailableCredential;
  readonly issuer: IssuerRecord;
}

/** What a learner has of a badge once they claimed it. */
export interface LearnersBadge extends ClaimedBadge {
  /** What they answered last; null when they have not yet. */
  readonly consent: ConsentRecord | null;
  /** What is kept in public of the work, and so asked about. */
  readonly kept: { readonly copies: boolean; readonly archives: boolean };
}

/**
 * What a link leads to. `used`: it was used by somebody before. `replaced`: a newer one was made, or used. `withdrawn`: its badge does not stand.
 */
export type Claim =
  | { readonly kind: 'none' }
  | { readonly kind: 'replaced'; readonly at: Date }
  | { readonly kind: 'expired'; readonly at: Date; readonly issuer: IssuerRecord }
  | { readonly kind: 'used'; readonly at: Date; readonly issuer: IssuerRecord }
  | { readonly kind: 'withdrawn'; readonly issuer: IssuerRecord }
  | ({ readonly kind: 'open' } & ClaimedBadge)
  | ({ readonly kind: 'learner' } & LearnersBadge);

export interface Claiming {
  readonly store: Store;
  readonly clock: Clock;
}

/** What a claim link, or the link of a learner who claimed, leads to. Changes nothing: programs open links in mails as well. */
export async function readClaim({ store, clock }: Claiming, text: string): Promise<Claim> {
  const token = readClaimToken(text);
  const link = token === null ? null : await store.claimLinks.find(token);
  if (token === null || link === null) return { kind: 'none' };
  const [credential, issuer] = await Promise.all([findAvailable(store.credentials, link), store.issuers.find(link.issuerId)]);
  if (credential === null || issuer === null) return { kind: 'none' };
  if (token.kind === 'learner') {
    if (link.endedAt !== null) return { kind: 'replaced', at: link.endedAt };
    const [consent, kept] = await Promise.all([store.consents.last(link), store.consents.kept(link)]);
    return { kind: 'learner', link, credential, issuer, consent, kept };
  }
  if (link.usedAt !== null) return { kind: 'used', at: link.usedAt, issuer };
  if (link.endedAt !== null) return { kind: 'replaced', at: link.endedAt };
  if (link.expiresAt <= clock.now()) return { kind: 'expired', at: link.expiresAt, issuer };
  if (credential.revoked !== null || credential.superseded) return { kind: 'withdrawn', issuer };
  return { kind: 'open', link, credential, issuer };
}
