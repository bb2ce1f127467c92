import { CHECK_IDS, type CheckId, type Outcome, type Report, type Verdict } from '@proofmark/schemas';

/** For each verdict one way to come to it: what to change in a report whose checks all passed. */
const REASONS: Readonly<Record<Verdict, Partial<Record<CheckId, Outcome>>>> = {
  'do-not-rely': { revoked: { outcome: 'failed', code: 'revoked' } },
  unreadable: { schema: { outcome: 'failed', code: 'schema-violation' } },
  unfinished: { 'issuer-resolved': { outcome: 'unknown', code: 'issuer-unreachable' } },
  'no-longer-current': { 'valid-until': { outcome: 'failed', code: 'expired' } },
  test: {},
  'genuine-issuer-unknown': { 'issuer-trusted': { outcome: 'not-applicable', reason: 'no-trust-list' } },
  'genuine-issuer-confirmed': {},
};

/** A whole report with the given verdict, for looking at how it is shown. */
export function reportOf(verdict: Verdict, badge: Partial<NonNullable<Report['badge']>> = {}): Report {
  const passed = Object.fromEntries(CHECK_IDS.map((id) => [id, { outcome: 'passed' }])) as Record<CheckId, Outcome>;
  const reasons = REASONS[verdict];
  const work = `https://git.example/ada/bookshop/tree/${'a1'.repeat(20)}`;
  return {
    verdict,
    because: Object.keys(reasons) as CheckId[],
    checks: {
      ...passed,
      claims: { outcome: 'not-applicable', reason: 'not-a-jwt' },
      recipient: { outcome: 'not-applicable', reason: 'not-asked' },
      ...reasons,
    },
    proofs: [],
    evidence: [
      { id: work, pinned: 'yes', sameBytes: 'not-checked', kept: 'not-checked', theirs: 'not-checked' },
      { id: 'https://bookshop.example/', pinned: 'no', sameBytes: 'not-checked', kept: 'not-checked', theirs: 'not-checked' },
    ],
    contained: [],
    badge: {
      id: 'https://badges.example/credentials/1',
      name: 'Web API design',
      description: 'Designs and builds a small web service.',
      image: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="teal"/></svg>')}`,
      issuer: { id: 'did:web:badges.example:issuers:acme', name: 'Acme Academy', url: 'https://acme.example' },
      recipient: { id: 'urn:uuid:1', name: 'Ada Example' },
      criteria: { id: null, narrative: 'A working service, reviewed by an assessor.' },
      skills: [],
      tags: [],
      results: [],
      evidence: [
        { id: work, name: 'Bookshop API', narrative: 'The repository.', genre: 'Repository', mediaType: null, digestMultibase: null },
        { id: 'https://bookshop.example/', name: null, narrative: null, genre: 'Deployment', mediaType: null, digestMultibase: null },
      ],
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2028-01-01T00:00:00Z',
      hasStatus: true,
      ...badge,
    },
    notes: [],
    checkedAt: '2026-11-22T10:00:00Z',
    contacted: [{ host: 'badges.example', for: 'issuer' }],
  };
}
