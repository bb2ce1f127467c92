import type { DomainCheck, IssuerDomain, LinkDomain } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';

/** How an issuer proves that a web domain is its own. */
export interface DomainMethods {
  /** Claims a web domain; answers the document that the domain has to host. To repeat it answers the same. */
  linkDomain(id: string, body: LinkDomain): Promise<IssuerDomain>;
  domains(id: string): AsyncGenerator<IssuerDomain, void, undefined>;
  domain(id: string, domainId: string): Promise<IssuerDomain>;
  /** Asks the domain, as whoever checks a badge does. */
  checkDomain(id: string, domainId: string): Promise<DomainCheck>;
  unlinkDomain(id: string, domainId: string): Promise<void>;
}

export function domainMethods(send: Send): DomainMethods {
  const all = (id: string): string => `/v1/issuers/${encodeURIComponent(id)}/domains`;
  const at = (id: string, domainId: string): string => `${all(id)}/${encodeURIComponent(domainId)}`;
  return {
    linkDomain: (id, body) => send({ method: 'POST', path: all(id), body }),
    domains: (id) => walk(send, all(id)),
    domain: (id, domainId) => send({ method: 'GET', path: at(id, domainId) }),
    checkDomain: (id, domainId) => send({ method: 'POST', path: `${at(id, domainId)}/check` }),
    unlinkDomain: (id, domainId) => send({ method: 'DELETE', path: at(id, domainId) }),
  };
}
