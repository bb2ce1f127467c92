import { issuerOf, primaryProof } from '../authenticity/judge-proof.js';
import type { Sources } from '../documents/sources.js';
import type { Secured } from '../facts/facts.js';
import type { IssuerFacts } from '../facts/issuer-facts.js';
import { lazily } from '../lazy.js';
import type { Policy, Ports, Registry } from '../ports.js';

/** Nobody was asked about the issuer. */
export const UNASKED_ISSUER: IssuerFacts = { domains: [], registries: [] };

/**
 * Asks others about the issuer of a credential that is proved to be its own: the web domains that its document names, and the reader's
 * registries. Most issuers name none, so what this needs is loaded only then.
 */
export async function gatherIssuer(secured: Secured, policy: Policy, ports: Ports, sources: Sources): Promise<IssuerFacts> {
  const issuer = issuerOf(secured.credential);
  const key = primaryProof(secured, policy.at)?.proof.key;
  const linked = key?.found === 'document' ? key.linkedDomains : [];
  const { registries = [] } = policy;
  if (issuer === null || linked.length + registries.length === 0) return UNASKED_ISSUER;
  const parts = await lazily(() => Promise.all([import('./linked-domains.js'), import('./registries.js')]));
  if (parts === null) return unreachable(linked, registries);
  const [{ gatherDomains }, { gatherRegistries }] = parts;
  const [domains, answers] = await Promise.all([
    gatherDomains(issuer, linked, ports, sources),
    gatherRegistries(issuer, registries, ports, sources),
  ]);
  return { domains, registries: answers };
}

function unreachable(linked: readonly string[], registries: readonly Registry[]): IssuerFacts {
  const answer = { kind: 'unreachable', code: 'unreachable' } as const;
  return {
    domains: linked.map((origin) => ({ origin, answer })),
    registries: registries.map(({ url, name: called = null }) => ({ url, called, name: null, answer })),
  };
}
