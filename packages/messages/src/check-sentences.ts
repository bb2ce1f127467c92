import type { CheckId, Detail, Outcome, Report } from '@proofmark/schemas';
import { OVERRIDES } from './by-check.js';
import { variantOf } from './by-detail.js';
import { fillEnglish } from './dates-english.js';
import { FAILED_WORDS } from './failed.js';
import { describeIssuer } from './issuer.js';
import { NOT_A_BADGE } from './not-a-badge.js';
import { PASSED_WORDS, REASON_WORDS } from './not-applicable.js';
import { HOSTED_WORDS } from './passed-hosted.js';
import type { Sentence, Words } from './sentence.js';
import { UNKNOWN_WORDS } from './unknown.js';
import { VERDICT_TITLES } from './verdicts.js';

/** What one check found, for readers: what happened, what it means, what to do. Plain text. */
export function describeCheck(id: CheckId, outcome: Outcome): Sentence {
  if (outcome.outcome === 'passed')
    return fillEnglish((outcome.detail?.form === 'hosted' ? HOSTED_WORDS[id] : undefined) ?? PASSED_WORDS[id], outcome.detail);
  const code = outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;
  const own = OVERRIDES[`${id}/${code}`] ?? variantOf(code, outcome.detail);
  return fillEnglish(own ?? foundWords(outcome.detail) ?? general(outcome), outcome.detail);
}

function general(outcome: Exclude<Outcome, { outcome: 'passed' }>): Words {
  if (outcome.outcome === 'failed') return FAILED_WORDS[outcome.code];
  return outcome.outcome === 'unknown' ? UNKNOWN_WORDS[outcome.code] : REASON_WORDS[outcome.reason];
}

/** What was handed in says more than the code does. */
function foundWords(detail: Detail | undefined): Words | undefined {
  const found = detail?.found;
  return typeof found === 'string' && Object.hasOwn(NOT_A_BADGE, found) ? NOT_A_BADGE[found as keyof typeof NOT_A_BADGE] : undefined;
}

export interface Headline {
  /** The verdict in a few words. */
  readonly title: string;
  /** Why, in one or two sentences. */
  readonly text: string;
  /** What to do, and who must do it; empty where nothing is to be done. */
  readonly todo: string;
}

/** The one headline of a report. Put it first, and show nothing else as checked when it says not to rely on the badge. */
export function describeVerdict(report: Report): Headline {
  const { verdict, because, checks } = report;
  if (verdict.startsWith('genuine')) {
    const until = checks['valid-until'];
    const isTold = until.outcome === 'passed' || (until.outcome === 'not-applicable' && until.reason === 'may-be-withheld');
    const undated = isTold ? describeCheck('valid-until', until).happened : '';
    const texts = [
      checks.signature.outcome === 'passed'
        ? 'It is unchanged since it was signed, and the key is that of the issuer it names.'
        : 'It stands at an address of the issuer it names; badges of this older kind are not signed.',
      describeCheck('revoked', checks.revoked).happened,
      undated,
      checks.refresh.outcome === 'passed' && checks.refresh.detail !== undefined ? describeCheck('refresh', checks.refresh).happened : '',
    ];
    const { known } = describeIssuer(report);
    const title = known === null ? VERDICT_TITLES[verdict] : fillEnglish(['Genuine, and {by} confirms the issuer'], known).happened;
    return { title, text: texts.filter((text) => text !== '').join(' '), todo: '' };
  }
  const [first] = because;
  const outcome = first === undefined ? undefined : checks[first];
  if (first === undefined || outcome === undefined) return { title: VERDICT_TITLES[verdict], text: '', todo: '' };
  const { happened, means, todo } = describeCheck(first, outcome);
  const notYet = outcome.outcome === 'failed' && outcome.code === 'not-yet-valid';
  const title = notYet ? 'Genuine, but not valid yet' : VERDICT_TITLES[verdict];
  return { title, text: [happened, means].filter((text) => text !== '').join(' '), todo };
}

const OUTCOME_WORDS: Readonly<Record<Outcome['outcome'], string>> = {
  passed: 'Passed',
  failed: 'Not passed',
  unknown: 'Not answered',
  'not-applicable': 'Does not apply',
};

/** The word that goes with an outcome's sign; never the name of a colour. */
export function wordOfOutcome(outcome: Outcome): string {
  return OUTCOME_WORDS[outcome.outcome];
}

const CHECK_NAMES: Readonly<Record<CheckId, string>> = {
  format: 'Is it a badge?',
  shape: 'Arrangement',
  schema: 'Standard',
  'issuer-resolved': 'Issuer’s key',
  'issuer-binding': 'Issuer and key',
  'key-authorised': 'Key’s permission',
  signature: 'Signature',
  claims: 'Envelope',
  'valid-from': 'Beginning',
  'valid-until': 'End',
  refresh: 'Newer version',
  'status-list': 'Withdrawal list',
  revoked: 'Withdrawn?',
  suspended: 'Suspended?',
  'issuer-domain': 'Issuer’s domain',
  'issuer-trusted': 'Known issuer',
  recipient: 'This person?',
  evidence: 'The work',
  endorsements: 'Endorsements',
};

/** The short name of a check, for lists. */
export function nameOfCheck(id: CheckId): string {
  return CHECK_NAMES[id];
}
