import type { IssuerRecord, LearnerRequestRecord } from '../../store/index.js';
import { lockCredential } from '../access/load-credential.js';
import { readLinkToken } from '../claims/claim-token.js';
import type { IdSource, Store } from '../ports.js';
import { correctionWaits } from './correction.js';

export interface CorrectionProving extends IdSource {
  readonly store: Store;
}

/** What the link of a mail to a new address leads to. `closed`: it has run out, or a newer one was sent. `done`: the address was proven. */
export type AddressProof =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' | 'done' | 'closed'; readonly request: LearnerRequestRecord; readonly issuer: IssuerRecord };

/** Changes nothing: programs open links in mails as well. */
export async function readAddressProof({ store, clock }: CorrectionProving, text: string): Promise<AddressProof> {
  const token = readLinkToken(text);
  const request = token?.kind === 'address' ? await store.learnerRequests.findByToken('correction', token.hash, token.issuerNumber) : null;
  const issuer = request === null ? null : await store.issuers.find(request.issuerId);
  if (request === null || issuer === null) return { kind: 'none' };
  if (request.provenAt !== null && request.state !== 'ended') return { kind: 'done', request, issuer };
  return { kind: request.state === 'open' && request.expiresAt > clock.now() ? 'open' : 'closed', request, issuer };
}

/** Proves the new address of a correction: from then on it waits for its issuer. Again changes nothing. */
export async function proveAddress(deps: CorrectionProving, text: string): Promise<AddressProof> {
  const found = await readAddressProof(deps, text);
  if (found.kind !== 'open') return found;
  await deps.store.transaction(async (tx) => {
    const { issuerId, credentialId } = found.request;
    // The badge first, as whoever proposes does.
    const badge = await lockCredential(tx.credentials, { issuerId, credentialId });
    const request = badge.ok ? await tx.learnerRequests.lock(found.request) : null;
    if (request?.state !== 'open') return;
    await tx.learnerRequests.wait(request, deps.clock.now());
    await correctionWaits(deps, tx, request);
  });
  return readAddressProof(deps, text);
}
