import type { CheckId, Detail, FailedCode, NotABadgeKind, NotApplicableReason, Outcome, UnknownCode } from '@proofmark/schemas';
import type { CheckCases, Checks } from '../compiled/types.js';
import { writeTime } from '../dates.js';
import { details, say } from '../details.js';
import type { Sentence, SentenceMessages } from '../sentence.js';
import { detailMessage } from './by-detail.js';

/** The sentences about checks in one language: a code without a sentence does not compile. */
export interface CheckLanguage {
  /** BCP 47; times are written as this language writes them. */
  readonly lang: string;
  readonly checks: Checks &
    Omit<CheckCases, 'by-check'> & {
      readonly passed: Readonly<Record<CheckId, SentenceMessages>>;
      readonly 'passed-hosted': Readonly<Partial<Record<CheckId, SentenceMessages>>>;
      readonly failed: Readonly<Record<FailedCode, SentenceMessages>>;
      readonly unknown: Readonly<Record<UnknownCode, SentenceMessages>>;
      readonly 'not-applicable': Readonly<Record<NotApplicableReason, SentenceMessages>>;
      readonly 'not-a-badge': Readonly<Record<NotABadgeKind, SentenceMessages>>;
      /** For codes that mean something else in one check than in the others. */
      readonly 'by-check': Readonly<Partial<Record<`${CheckId}/${FailedCode | UnknownCode | NotApplicableReason}`, SentenceMessages>>>;
    };
}

/** What one check found, in the words of a language that the caller has loaded. */
export function describeCheckIn({ lang, checks }: CheckLanguage, id: CheckId, outcome: Outcome): Sentence {
  const { happened, means = '', todo = '' } = messagesFor(id, outcome, checks);
  const given = details(outcome.detail, (text) => writeTime(text, lang));
  return { happened: say(happened, given), means: say(means, given), todo: say(todo, given) };
}

function messagesFor(id: CheckId, outcome: Outcome, checks: CheckLanguage['checks']): SentenceMessages {
  if (outcome.outcome === 'passed') {
    if (outcome.detail?.record !== undefined) return checks['passed-recorded'];
    return (outcome.detail?.form === 'hosted' ? checks['passed-hosted'][id] : undefined) ?? checks.passed[id];
  }
  const code = outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;
  const special = checks['by-check'][`${id}/${code}`] ?? detailMessage(code, outcome.detail, checks['by-detail']);
  return special ?? notABadge(outcome.detail, checks) ?? general(outcome, checks);
}

function general(outcome: Exclude<Outcome, { outcome: 'passed' }>, checks: CheckLanguage['checks']): SentenceMessages {
  if (outcome.outcome === 'failed') return checks.failed[outcome.code];
  return outcome.outcome === 'unknown' ? checks.unknown[outcome.code] : checks['not-applicable'][outcome.reason];
}

/** What was handed in says more than the code does. */
function notABadge(detail: Detail | undefined, { 'not-a-badge': kinds }: CheckLanguage['checks']): SentenceMessages | undefined {
  const found = detail?.found;
  return typeof found === 'string' && Object.hasOwn(kinds, found) ? kinds[found as NotABadgeKind] : undefined;
}
