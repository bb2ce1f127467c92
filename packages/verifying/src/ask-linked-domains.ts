import { type DomainAnswer, domainAnswers } from './checks/proven-domains.js';
import { sources } from './documents/sources.js';
import type { Ports } from './ports.js';

/**
 * Asks the web domains that a DID document names whether they name the DID too (DIF Well Known DID Configuration), as a verification
 * does: for those who set up an issuer.
 *
 * In: the DID, the endpoints of its `LinkedDomains`, and "now" in milliseconds. Out: one answer for each domain, the DID's own host included.
 */
export async function askLinkedDomains(
  did: string,
  endpoints: readonly string[],
  ports: Ports,
  now: number,
): Promise<readonly DomainAnswer[]> {
  const { gatherDomains } = await import('./gather/linked-domains.js');
  const domains = await gatherDomains(did, endpoints, ports, sources(ports));
  return domainAnswers(did, { domains }, now);
}
