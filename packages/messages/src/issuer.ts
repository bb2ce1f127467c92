import type { Outcome, Report } from '@proofmark/schemas';

/** Who issued a badge, for readers. What is known and what is merely claimed stand apart; all of it is plain text. */
export interface IssuerNames {
  /** A name that somebody other than the badge gives the issuer, with who gives it; null when only the badge does. */
  readonly known: { readonly name: string; readonly by: string } | null;
  /** The web domain that the issuer is proved to hold, or null. */
  readonly domain: string | null;
  /** The name that the badge claims for its issuer. Show it only marked as such ("says"), and never where `known` is there. */
  readonly says: string | null;
  readonly id: string | null;
}

/** Tells who issued a badge: by the reader's registries, by the proven domain, and by what the badge says. */
export function describeIssuer({ badge, checks }: Report): IssuerNames {
  const name = detailOf(checks['issuer-trusted'], 'name');
  const by = detailOf(checks['issuer-trusted'], 'registry');
  return {
    known: name === null || by === null ? null : { name, by },
    domain: detailOf(checks['issuer-domain'], 'domain'),
    says: badge?.issuer.name ?? null,
    id: badge?.issuer.id ?? null,
  };
}

function detailOf(outcome: Outcome, key: string): string | null {
  const value = outcome.outcome === 'passed' && outcome.detail !== undefined ? outcome.detail[key] : undefined;
  return typeof value === 'string' ? value : null;
}
