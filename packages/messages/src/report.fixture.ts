import { CHECK_IDS, type Checks, type Report } from '@proofmark/schemas';

/** The report about a genuine badge whose issuer is not known and publishes no status list; `more` replaces whole members. */
export function reportOf(more: Partial<Omit<Report, 'checks'>> & { readonly checks?: Partial<Checks> } = {}): Report {
  const passed = Object.fromEntries(CHECK_IDS.map((id) => [id, { outcome: 'passed' }])) as unknown as Checks;
  const nothing = { outcome: 'not-applicable', reason: 'no-status' } as const;
  return {
    verdict: 'genuine-issuer-unknown',
    because: [],
    proofs: [],
    evidence: [],
    contained: [],
    badge: null,
    notes: [],
    checkedAt: '2026-11-22T09:00:00Z',
    contacted: [],
    ...more,
    checks: {
      ...passed,
      'valid-until': { outcome: 'not-applicable', reason: 'no-expiry' },
      'status-list': nothing,
      revoked: nothing,
      suspended: nothing,
      ...more.checks,
    },
  };
}
