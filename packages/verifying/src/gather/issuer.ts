import { issuerOf, primaryProof } from '../authenticity/judge-proof.js';
import type { Sources } from '../documents/sources.js';
import type { Secured } from '../facts/facts.js';
import type { IssuerFacts } from '../facts/issuer-facts.js';
import { lazily } from '../lazy.js';
import type { Policy, Ports, Registry } from '../ports.js';

/** No request about the issuer was made. */
export const UNASKED_ISSUER: IssuerFacts = { domains: [], registries: [] };

/**
 * Asks others about the issuer of a credential that is proved to be its own: the web domains that its document names, and the reader's
 * registries. Most issuers name none, so what this needs is loaded only then.
 */
export async function gatherIssuer(secured: Secured, policy: Policy, ports: Ports, sources: Sources): Promise<IssuerFacts> {
  const issuer = issuerOf(secured.credential);
  const key = primaryProof(secured, policy.at)?.proof.key;
  const linked = key?.found === 'document' ? key.linkedDomains : [];
  if (issuer === null) return UNASKED_ISSUER;
  const [domains, registries] = await Promise.all([
    askDomains(issuer, linked, ports, sources),
    askRegistries(issuer, policy.registries ?? [], ports, sources),
  ]);
  return { domains, registries };
}

async function askDomains(issuer: string, linked: readonly string[], ports: Ports, sources: Sources): Promise<IssuerFacts['domains']> {
  if (linked.length === 0) return [];
  const asker = await lazily(() => import('./linked-domains.js'));
  return asker?.gatherDomains(issuer, linked, ports, sources) ?? linked.map((origin) => ({ origin, answer: UNREACHABLE }));
}

async function askRegistries(
  issuer: string,
  registries: readonly Registry[],
  ports: Ports,
  sources: Sources,
): Promise<IssuerFacts['registries']> {
  if (registries.length === 0) return [];
  const asker = await lazily(() => import('./registries.js'));
  return (
    asker?.gatherRegistries(issuer, registries, ports, sources) ??
    registries.map(({ url, name: called = null }) => ({ url, called, name: null, answer: UNREACHABLE }))
  );
}

/** What this host could not load cannot be asked. */
const UNREACHABLE = { kind: 'unreachable', code: 'unreachable' } as const;
