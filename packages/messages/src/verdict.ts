import type { Report, Verdict } from '@proofmark/schemas';
import { describeCheck, ENGLISH_CHECKS } from './checks.js';
import type { Verdicts } from './compiled/types.js';
import { messages as english } from './compiled/verdicts/en.js';
import type { CheckLanguage } from './describing/check.js';
import { details, say } from './details.js';
import { describeIssuer } from './issuer.js';
import { mayBeWithheld } from './may-be-withheld.js';
import type { Sentence } from './sentence.js';
import { signerOf, unknownSignerTitle } from './signer.js';

export interface Headline {
  /** The verdict in a few words. */
  readonly title: string;
  /** Why, in one or two sentences. */
  readonly text: string;
  /** What to do, and who must do it; empty where nothing is to be done. */
  readonly todo: string;
}

/** The sentences about verdicts and checks in one language: a verdict without a title does not compile. */
export interface VerdictLanguage extends CheckLanguage {
  readonly verdicts: Verdicts & { readonly titles: Readonly<Record<Verdict, string>> };
}

const ENGLISH: VerdictLanguage = { ...ENGLISH_CHECKS, verdicts: english };

/** The title of each verdict in English, worst first. */
export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = english.titles;

/** The one headline of a report. Put it first, and show nothing else as checked when it says not to rely on the badge. */
export function describeVerdict(report: Report, language: VerdictLanguage = ENGLISH): Headline {
  if (report.verdict.startsWith('genuine')) {
    const todo = suspensionOf(report, language)?.todo ?? '';
    return { title: genuineTitle(report, language), text: genuineText(report, language), todo };
  }
  if (report.verdict === 'test')
    return {
      title: language.verdicts.titles.test,
      text: say(language.checks.test.text, details()),
      todo: say(language.checks.test.todo, details()),
    };
  const [first] = report.because;
  const outcome = first && report.checks[first];
  const { titles, 'not-yet-valid': notYetValid } = language.verdicts;
  if (first === undefined || outcome === undefined) return { title: titles[report.verdict], text: '', todo: '' };
  const { happened, means, todo } = describeCheck(first, outcome, language);
  const isEarly = outcome.outcome === 'failed' && outcome.code === 'not-yet-valid';
  return { title: isEarly ? notYetValid : titles[report.verdict], text: sentences([happened, means]), todo };
}

function genuineTitle(report: Report, { verdicts }: VerdictLanguage): string {
  const { known } = describeIssuer(report);
  if (report.verdict === 'genuine-issuer-unknown') return unknownSignerTitle(signerOf(report), verdicts);
  return known === null ? verdicts.titles[report.verdict] : verdicts['confirmed-by'](details(known));
}

/** What is said of a genuine badge whose issuer the operator of its platform has suspended; null of any other. */
function suspensionOf({ checks }: Report, language: VerdictLanguage): Sentence | null {
  const trusted = checks['issuer-trusted'];
  const suspended = trusted.outcome === 'unknown' && trusted.code === 'issuer-suspended';
  return suspended ? describeCheck('issuer-trusted', trusted, language) : null;
}

/** That the issuer is suspended, what the host in the title does not show, whether it was withdrawn, until when it counts, and whether it was renewed. */
function genuineText(report: Report, language: VerdictLanguage): string {
  const { verdict, checks } = report;
  const { signed, hosted } = language.checks.genuine;
  const isKnown = verdict === 'genuine-issuer-confirmed';
  const signer = isKnown ? null : signerOf(report);
  const until = checks['valid-until'];
  const hasUntil = until.outcome === 'passed' || mayBeWithheld(until);
  const isRenewed = checks.refresh.outcome === 'passed' && checks.refresh.detail !== undefined;
  const trusted = checks['issuer-trusted'];
  const suspension = suspensionOf(report, language);
  return sentences([
    suspension === null ? '' : `${suspension.happened} ${suspension.means}`,
    isKnown || signer?.hosted ? say(checks.signature.outcome === 'passed' ? signed : hosted, details()) : '',
    signer?.shared && signer.host !== null ? language.verdicts.shared({ host: signer.host }) : '',
    suspension === null && trusted.outcome === 'unknown' ? describeCheck('issuer-trusted', trusted, language).happened : '',
    describeCheck('revoked', checks.revoked, language).happened,
    hasUntil ? describeCheck('valid-until', until, language).happened : '',
    isRenewed ? describeCheck('refresh', checks.refresh, language).happened : '',
  ]);
}

const sentences = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');
