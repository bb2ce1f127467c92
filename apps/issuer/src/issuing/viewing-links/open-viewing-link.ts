import type { CredentialRecord, IssuerRecord, ShownWork, ViewingLinkRecord } from '../../store/index.js';
import { findAvailable } from '../access/load-credential.js';
import { evidenceOf } from '../evidence/evidence-items.js';
import type { Clock, Store } from '../ports.js';
import { readViewingToken } from './viewing-token.js';

/** What a viewing link shows before the work is opened. */
export interface Invitation {
  readonly link: ViewingLinkRecord;
  readonly credential: CredentialRecord;
  readonly issuer: IssuerRecord;
  readonly work: { readonly name: string; readonly digestMultibase: string };
}

export interface Viewing {
  readonly store: Store;
  readonly clock: Clock;
}

/** What a viewing link leads to, without opening it; null for one that is not valid or has expired. The link is the authorisation. */
export async function readViewingLink({ store, clock }: Viewing, text: string): Promise<Invitation | null> {
  const token = readViewingToken(text);
  const link = token === null ? null : await store.viewings.findByToken(token, clock.now());
  if (link === null) return null;
  const [credential, issuer] = await Promise.all([findAvailable(store.credentials, link), store.issuers.find(link.issuerId)]);
  const piece = credential === null ? undefined : evidenceOf(credential)[link.n - 1];
  if (credential === null || issuer === null || piece === undefined) return null;
  return { link, credential, issuer, work: { name: piece.name ?? 'Work', digestMultibase: piece.digestMultibase ?? '' } };
}

/** Opens the work: it is counted and written down, with the time and nothing else. Null where the link does not work, or no longer. */
export async function openViewingLink({ store, clock }: Viewing, text: string): Promise<ShownWork | null> {
  const token = readViewingToken(text);
  return token === null ? null : store.transaction((tx) => tx.viewings.view(token, clock.now()));
}
