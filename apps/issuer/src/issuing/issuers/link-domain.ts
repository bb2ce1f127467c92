import type { LinkDomain } from '@proofmark/schemas/api';
import type { IssuerDomainRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { lockIssuer } from '../access/load-issuer.js';
import { recordAct } from '../access/record-act.js';
import { newId } from '../identifiers.js';
import type { IdSource, KeyStore, Store } from '../ports.js';
import { done, invalid, type Result, refused } from '../result.js';
import { afterYears, signLinkage } from './sign-linkage.js';
import { refuseSuspended } from './suspension.js';

/** Verifiers ask only a few of the domains that a document names. */
const MAX_DOMAINS = 5;

export interface DomainLinking extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly keys: KeyStore;
  readonly baseUrl: string;
}

/** A claim of a domain, and whether it is a new one. */
export interface LinkedDomain {
  readonly domain: IssuerDomainRecord;
  readonly created: boolean;
}

/**
 * Claims a web domain for an issuer: signs the domain linkage credential, which the domain has to host, and lists the domain in the DID
 * document. Again answers the same; in its last year it is signed anew. Nothing is asked of the domain: readers ask it.
 */
export async function linkDomain(
  deps: DomainLinking,
  { actor, input }: Request<LinkDomain & { readonly issuerId: string }>,
): Promise<Result<LinkedDomain>> {
  const { origin } = new URL(input.origin);
  if (origin === new URL(deps.baseUrl).origin) {
    return invalid(
      '/origin',
      'not-allowed',
      'is the address of this service, which says nothing about one of its issuers: give a domain of the issuer’s own',
    );
  }
  return deps.store.transaction(async (tx) => {
    const locked = await lockIssuer(tx.issuers, actor, input.issuerId);
    if (!locked.ok) return locked;
    const issuer = locked.value;
    const refusal = refuseSuspended(issuer);
    if (refusal !== null) return refusal;
    const domains = await tx.domains.list(issuer.id);
    const old = domains.find((domain) => domain.origin === origin);
    const now = deps.clock.now();
    const record = (id: string) =>
      recordAct(deps, tx, actor, { action: 'domain.claimed', issuerId: issuer.id, objectId: id, details: { origin } });
    if (old !== undefined) {
      if (old.validUntil > afterYears(now, 1)) return done({ domain: old, created: false });
      const renewed = { ...old, ...(await signLinkage(deps.keys, tx, issuer, origin, now)) };
      await tx.domains.renew(renewed);
      await record(old.id);
      return done({ domain: renewed, created: false });
    }
    if (domains.length >= MAX_DOMAINS)
      return refused(
        'conflict',
        `An issuer can have ${MAX_DOMAINS} domains; remove one first: DELETE /v1/issuers/{issuerId}/domains/{domainId}.`,
      );
    const signed = await signLinkage(deps.keys, tx, issuer, origin, now);
    const domain: IssuerDomainRecord = { issuerId: issuer.id, id: newId(deps), origin, ...signed, createdAt: now };
    await tx.domains.insert(domain);
    await record(domain.id);
    return done({ domain, created: true });
  });
}
