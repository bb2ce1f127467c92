import type { CheckId, Detail, FailedCode, NotABadgeKind, NotApplicableReason, Outcome, UnknownCode } from '@proofmark/schemas';
import { detailMessage } from './by-detail.js';
import { messages as names } from './compiled/check-names/en.js';
import { messages as english } from './compiled/checks/en.js';
import type { CheckNames, Checks } from './compiled/types.js';
import { writeTime } from './dates.js';
import { details, say } from './details.js';
import type { Sentence, SentenceMessages } from './sentence.js';

/** The sentences about checks in one language: a code without a sentence does not compile. */
export interface CheckLanguage {
  /** BCP 47; times are written as this language writes them. */
  readonly lang: string;
  readonly checks: Omit<Checks, 'by-check'> & {
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

/** The sentences in English, which has all of them. */
export const ENGLISH_CHECKS: CheckLanguage = { lang: 'en-GB', checks: english };

/** What one check found, for readers: what happened, what it means, what to do. */
export function describeCheck(id: CheckId, outcome: Outcome, { lang, checks }: CheckLanguage = ENGLISH_CHECKS): Sentence {
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

/** The word that goes with an outcome's sign; never the name of a colour. */
export function wordOfOutcome({ outcome }: Outcome, { outcomes }: CheckNames = names): string {
  return outcomes[outcome];
}

/** The short name of a check, for lists. */
export function nameOfCheck(id: CheckId, { names: named }: CheckNames = names): string {
  return named[id];
}
