import type { DomainAnswer } from '@proofmark/verifying';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import type { DomainId } from './get-domain.js';

/** Asks a web domain, as a verification does, whether it names an issuer. */
export type AskDomain = (did: string, origin: string, at: number) => Promise<DomainAnswer>;

/** What the domain says now, and when it was asked. */
export interface CheckedDomain {
  readonly answer: DomainAnswer;
  readonly at: Date;
}

/** Asks a domain that an issuer claims whether it confirms that, as whoever checks a badge does. Nothing is stored. */
export async function checkDomain(
  deps: { readonly store: Pick<Store, 'issuers' | 'domains'>; readonly clock: Clock; readonly askDomain: AskDomain },
  { actor, input: { issuerId, domainId } }: Request<DomainId>,
): Promise<Result<CheckedDomain>> {
  const issuer = await loadIssuer(deps.store.issuers, actor, issuerId);
  const domain = issuer.ok ? await deps.store.domains.find(issuerId, domainId) : null;
  if (!issuer.ok || domain === null) return notFound('domain');
  const at = deps.clock.now();
  return done({ answer: await deps.askDomain(issuer.value.did, domain.origin, at.getTime()), at });
}
