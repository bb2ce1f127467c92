import { isEarly, isUrl } from '@proofmark/primitives';
import { isAuthentic, primaryProof } from '../authenticity/judge-proof.js';
import { ownDomain } from '../credential/issuer-domains.js';
import type { IssuerFacts, LinkageFact } from '../facts/issuer-facts.js';

/** What is known of one domain that the issuer claims. */
export type DomainAnswer =
  | { readonly kind: 'proven'; readonly domain: string }
  | { readonly kind: 'mismatch'; readonly domain: string; readonly fault: string }
  | { readonly kind: 'unreachable'; readonly domain: string; readonly reason: string }
  /** The domain answered, and we cannot check the signature of what it says. */
  | { readonly kind: 'undecided'; readonly domain: string; readonly suite: string };

/** Every domain that the issuer claims, with its answer as of `now`. Its own whole host needs no proof: the key document came from there. */
export function domainAnswers(issuer: string, { domains }: Pick<IssuerFacts, 'domains'>, now: number): readonly DomainAnswer[] {
  const own = ownDomain(issuer);
  const linked = domains.map(({ origin, answer }): DomainAnswer => {
    const domain = isUrl(origin) ? new URL(origin).host : origin;
    if (answer.kind === 'unreachable') return { kind: 'unreachable', domain, reason: answer.code };
    if (answer.kind === 'silent') return { kind: 'mismatch', domain, fault: answer.fault };
    const { credentials } = answer;
    if (credentials.some((one) => faultOf(one, now) === null)) return { kind: 'proven', domain };
    const open = credentials.find((one) => faultOf(one, now) === 'signature' && isOpen(one, now));
    if (open !== undefined) return { kind: 'undecided', domain, suite: open.secured.proofs[0]?.suite ?? '' };
    return { kind: 'mismatch', domain, fault: credentials.map((one) => faultOf(one, now)).find((fault) => fault !== null) ?? 'malformed' };
  });
  return own === null ? linked : [{ kind: 'proven', domain: own }, ...linked.filter(({ domain }) => domain !== own)];
}

/** Why a linkage credential does not count now, or null when it does. */
function faultOf({ secured, fault, from, until }: LinkageFact, now: number): string | null {
  if (fault !== null) return fault;
  if (!isAuthentic(secured, now)) return 'signature';
  if (from !== null && isEarly(from, now)) return 'not-yet-valid';
  return until !== null && now > until ? 'expired' : null;
}

/** Whether no answer about the proof is a no. */
function isOpen({ secured }: LinkageFact, now: number): boolean {
  const primary = primaryProof(secured, now);
  return primary !== null && Object.values(primary.answers).every(({ outcome }) => outcome !== 'failed');
}
