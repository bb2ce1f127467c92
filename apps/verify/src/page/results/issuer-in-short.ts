import { describeIssuer, hostOfIssuer } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';

/** The issuer in a table's cell: its proven name, else its claimed one. */
export interface IssuerInShort {
  /** The name that a registry gives it, its proven domain, or the host that publishes its key; null when nothing is proven. */
  readonly proven: string | null;
  readonly says: string | null;
}

/** Reads it from a report. While the signature has no answer, nothing about an issuer is proven. */
export function issuerInShort(report: Report): IssuerInShort {
  const { known, domain, id, says } = describeIssuer(report);
  const bound = report.checks['issuer-binding'].outcome === 'passed' && report.checks.signature.outcome === 'passed';
  return { proven: bound ? (known?.name ?? domain ?? hostOfIssuer(id)) : null, says };
}
