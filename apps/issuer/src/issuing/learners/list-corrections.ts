import type { CorrectionState, PageRequest } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Sealer, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { type Correction, openCorrection } from './correction.js';

export interface ListCorrectionsInput {
  /** An admin key names it. */
  readonly issuerId: string | null;
  readonly state: CorrectionState;
  readonly page: PageRequest;
}

/** What learners of an issuer want corrected, the oldest first. */
export async function listCorrections(
  { store, sealer }: { readonly store: Pick<Store, 'learnerRequests'>; readonly sealer: Sealer },
  { actor, input }: Request<ListCorrectionsInput>,
): Promise<Result<readonly Correction[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const found = await store.learnerRequests.corrections(issuer.value, input.state, input.page);
  return done(found.map((request) => openCorrection(sealer, request)));
}
