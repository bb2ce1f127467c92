import { CHECK_IDS, type CheckId, type Checks, type Outcome, type Verdict } from '@proofmark/schemas';

/** What a check bears on. */
type Role =
  | 'authentic' // whether the issuer wrote this text
  | 'readable' // whether it is a badge at all
  | 'withdrawn'
  | 'dates'
  | 'suspended'
  | 'status'
  | 'trust'
  | 'other'; // another question than genuineness

const ROLES: Readonly<Record<CheckId, Role>> = {
  format: 'readable',
  shape: 'authentic',
  schema: 'readable',
  'issuer-resolved': 'authentic',
  'issuer-binding': 'authentic',
  'key-authorised': 'authentic',
  signature: 'authentic',
  claims: 'authentic',
  'valid-from': 'dates',
  'valid-until': 'dates',
  refresh: 'other',
  'status-list': 'status',
  revoked: 'withdrawn',
  suspended: 'suspended',
  'issuer-domain': 'other',
  'issuer-trusted': 'trust',
  recipient: 'other',
  evidence: 'other',
  endorsements: 'other',
};

/** The rules, in order: the first that some check fits decides (design, "Verdict"). */
const RULES: readonly (readonly [Verdict, Outcome['outcome'], readonly Role[]])[] = [
  ['do-not-rely', 'failed', ['authentic', 'withdrawn']],
  ['unreadable', 'failed', ['readable']],
  ['unfinished', 'unknown', ['authentic', 'readable', 'dates']],
  ['no-longer-current', 'failed', ['dates', 'suspended']],
  ['unfinished', 'unknown', ['withdrawn', 'suspended', 'status']],
  // A list that does not belong to its badge gives no answer; its bits are ignored.
  ['unfinished', 'failed', ['status']],
];

/** What carries a genuine badge. */
const CARRYING: readonly Role[] = ['authentic', 'readable', 'withdrawn', 'dates', 'suspended', 'status', 'trust'];

/**
 * The verdict over the outcomes, and the checks that decided it, in their order; for a genuine badge, and for a test, those that carried it.
 * Evidence, endorsements and recipient never change it: they answer other questions.
 *
 * @param isTest whether the signed text says that it was issued for a test
 */
export function verdictOf(checks: Checks, isTest = false): { readonly verdict: Verdict; readonly because: readonly CheckId[] } {
  const having = (outcome: Outcome['outcome'], roles: readonly Role[]): CheckId[] =>
    CHECK_IDS.filter((id) => checks[id].outcome === outcome && roles.includes(ROLES[id]));
  for (const [verdict, outcome, roles] of RULES) {
    const because = having(outcome, roles);
    // A check that was not reached is no reason when the check that blocked it is one.
    const reasons = because.filter((id) => !isNotReached(checks[id]));
    if (because.length > 0) return { verdict, because: reasons.length > 0 ? reasons : because };
  }
  const confirmed = checks['issuer-trusted'].outcome === 'passed';
  const good = confirmed ? 'genuine-issuer-confirmed' : 'genuine-issuer-unknown';
  return { verdict: isTest ? 'test' : good, because: having('passed', CARRYING) };
}

function isNotReached(outcome: Outcome): boolean {
  return outcome.outcome === 'unknown' && outcome.code === 'not-reached';
}
