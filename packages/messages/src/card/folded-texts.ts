import type { FailedCode, Outcome, Report, UnknownCode } from '@proofmark/schemas';
import { messages as card } from '../compiled/card/en.js';
import { translations } from '../compiled/card/translations.js';
import { messages as verdicts } from '../compiled/verdicts/en.js';
import { mayBeWithheld } from '../may-be-withheld.js';
import { loaderOf, primary } from './loader-of.js';
import type { FoldedTexts } from './texts.js';

/** The folded card in English, which is also what a reader of any other language gets when there is no translation. */
export const foldedEnglish: FoldedTexts = textsOf('en', { messages: card, verdicts });

/** The texts of the folded card for a language tag; English where there are none, or where they cannot be loaded. */
export async function foldedTextsFor(lang: string): Promise<FoldedTexts> {
  const loaded = await loaderOf(translations, lang)?.().catch(() => null);
  return loaded ? textsOf(primary(lang), loaded) : foldedEnglish;
}

function textsOf(lang: string, { messages, verdicts }: Awaited<ReturnType<(typeof translations)[string]>>): FoldedTexts {
  return { lang, headlines: verdicts, ...messages };
}

/** The texts with the sentences that a report needs, as far as they can be had: for what decided its verdict, and for what may have been left out. The rarer ones are a part of their own. */
export async function textsTelling<Of extends FoldedTexts>(report: Report | null, texts: Of): Promise<Of> {
  const code = report && decidingCode(report);
  if (!report || ((!code || texts.reasons[code]) && !Object.values(report.checks).some(mayBeWithheld))) return texts;
  return import('./more-reasons.js').then(({ withReasons }) => withReasons(texts)).catch(() => texts);
}

/** What the first check answered that decided a verdict; of a genuine badge, that its issuer is suspended, where it is. */
export function decidingOutcome({ because: [first], checks, verdict }: Report): Outcome | undefined {
  const outcome = first && checks[first];
  if (outcome?.outcome !== 'passed' || verdict === 'test') return outcome;
  const trusted = checks['issuer-trusted'];
  return trusted.outcome === 'unknown' && trusted.code === 'issuer-suspended' ? trusted : outcome;
}

/** The code of what decided a verdict; undefined for a genuine badge whose issuer is not suspended. */
export function decidingCode(report: Report): FailedCode | UnknownCode | undefined {
  const outcome = decidingOutcome(report);
  return outcome !== undefined && 'code' in outcome ? outcome.code : undefined;
}
