import { type Bound, bind } from '../bind.js';
import type { IdSource, Store } from '../ports.js';
import { claimBadge } from './claim-badge.js';
import { countClaims } from './count-claims.js';
import { createClaimLink } from './create-claim-link.js';
import { giveConsent } from './give-consent.js';
import { readClaim } from './read-claim.js';

/** How a badge reaches its learner, and what the learner decides of it. */
export interface ClaimUseCases {
  readonly createClaimLink: Bound<typeof createClaimLink>;
  readonly countClaims: Bound<typeof countClaims>;
  readonly readClaim: Bound<typeof readClaim>;
  readonly claimBadge: Bound<typeof claimBadge>;
  readonly giveConsent: Bound<typeof giveConsent>;
}

export function claimUseCases(deps: IdSource & { readonly store: Store }): ClaimUseCases {
  return {
    createClaimLink: bind(createClaimLink, deps),
    countClaims: bind(countClaims, deps),
    readClaim: bind(readClaim, deps),
    claimBadge: bind(claimBadge, deps),
    giveConsent: bind(giveConsent, deps),
  };
}
