import { loaderOf, primary } from './card/loader-of.js';
import { ENGLISH_CHECKS } from './checks.js';
import { messages as names } from './compiled/check-names/en.js';
import { messages as notes } from './compiled/notes/en.js';
import { messages as later } from './compiled/page-later/en.js';
import { translations } from './compiled/page-later/translations.js';
import type { CheckNames, Notes, PageLater } from './compiled/types.js';
import { messages as verdicts } from './compiled/verdicts/en.js';
import { localeOf } from './languages.js';
import type { VerdictLanguage } from './verdict.js';
import { ENGLISH_WORK, type WorkLanguage } from './work.js';

/** All that the verification page says of a report and of what a reader does with it, in one language. */
export interface ReportLanguage {
  readonly verdicts: VerdictLanguage;
  readonly names: CheckNames;
  readonly notes: Notes;
  readonly work: WorkLanguage;
  readonly later: PageLater;
}

/** The same in English. */
export const ENGLISH_REPORT: ReportLanguage = { verdicts: { ...ENGLISH_CHECKS, verdicts }, names, notes, work: ENGLISH_WORK, later };

/** What is said of a report in a language. Rejects when this host cannot load it. */
export async function reportLanguageFor(language: string): Promise<ReportLanguage> {
  const found = await loaderOf(translations, language)?.();
  if (found === undefined) return ENGLISH_REPORT;
  const lang = localeOf(primary(language));
  return {
    verdicts: { lang, checks: { ...found.checks, ...found.checkCases }, verdicts: found.verdicts },
    names: found.checkNames,
    notes: found.notes,
    work: { lang, work: found.work, workLines: found.workLines, forges: found.forges, reasons: found.workReasons },
    later: found.messages,
  };
}
