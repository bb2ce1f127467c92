import type { FailedCode, Outcome, Report, UnknownCode } from '@proofmark/schemas';
import { messages as card } from '../compiled/card/en.js';
import { translations } from '../compiled/card/translations.js';
import { messages as verdicts } from '../compiled/verdicts/en.js';
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

/** The texts with a sentence for what decided a verdict, if there is one and it can be had. The rarer ones are a part of their own. */
export async function textsTelling<Of extends FoldedTexts>(report: Report | null, texts: Of): Promise<Of> {
  const code = report && decidingCode(report);
  if (!code || texts.reasons[code]) return texts;
  const more = await import('./more-reasons.js').then(({ reasonsFor }) => reasonsFor(texts.lang)).catch(() => null);
  return more === null ? texts : { ...texts, reasons: { ...texts.reasons, ...more } };
}

/** What the first check answered that decided a verdict. */
export function decidingOutcome({ because, checks }: Report): Outcome | undefined {
  return because[0] && checks[because[0]];
}

/** The code of what decided a verdict; undefined for a genuine badge. */
export function decidingCode(report: Report): FailedCode | UnknownCode | undefined {
  const outcome = decidingOutcome(report);
  return outcome !== undefined && 'code' in outcome ? outcome.code : undefined;
}
