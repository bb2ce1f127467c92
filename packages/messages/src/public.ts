import { messages as deForges } from './compiled/forges/de.js';
import { messages as esForges } from './compiled/forges/es.js';
import { messages as frForges } from './compiled/forges/fr.js';
import { messages as nlForges } from './compiled/forges/nl.js';
import { messages as dePolicy } from './compiled/policy/de.js';
import { messages as enPolicy } from './compiled/policy/en.js';
import { messages as esPolicy } from './compiled/policy/es.js';
import { messages as frPolicy } from './compiled/policy/fr.js';
import { messages as nlPolicy } from './compiled/policy/nl.js';
import { messages as deProblems } from './compiled/problems/de.js';
import { messages as enProblems } from './compiled/problems/en.js';
import { messages as esProblems } from './compiled/problems/es.js';
import { messages as frProblems } from './compiled/problems/fr.js';
import { messages as nlProblems } from './compiled/problems/nl.js';
import { messages as de } from './compiled/public/de.js';
import { messages } from './compiled/public/en.js';
import { messages as es } from './compiled/public/es.js';
import { messages as fr } from './compiled/public/fr.js';
import { messages as nl } from './compiled/public/nl.js';
import type { Policy, Problems, Public } from './compiled/types.js';
import { messages as deWork } from './compiled/work/de.js';
import { messages as esWork } from './compiled/work/es.js';
import { messages as frWork } from './compiled/work/fr.js';
import { messages as nlWork } from './compiled/work/nl.js';
import { messages as deLines } from './compiled/work-lines/de.js';
import { messages as esLines } from './compiled/work-lines/es.js';
import { messages as frLines } from './compiled/work-lines/fr.js';
import { messages as nlLines } from './compiled/work-lines/nl.js';
import { messages as deReasons } from './compiled/work-reasons/de.js';
import { messages as esReasons } from './compiled/work-reasons/es.js';
import { messages as frReasons } from './compiled/work-reasons/fr.js';
import { messages as nlReasons } from './compiled/work-reasons/nl.js';
import { LANGUAGES, type Language, localeOf } from './languages.js';
import { ENGLISH_WORK, type WorkLanguage } from './work.js';

export { choice } from './details.js';
export { fillSlots } from './fill-slots.js';
export { languageOf } from './languages.js';
export { policySentence } from './policy.js';

/** The sentences of the pages that an issuer publishes, in one language. */
export interface PublicLanguage {
  /** BCP 47, for `lang` attributes. */
  readonly lang: string;
  readonly texts: Public;
  /** What an answer of the API means and what to do about it, by its code; code stands in backticks. */
  readonly problems: Problems;
  /** What work an achievement asks for. */
  readonly policy: Policy;
  /** The four lines about a piece of work. Dates and lists are written as its `lang` writes them. */
  readonly work: WorkLanguage;
}

/** The pages in English, which has all of them. */
export const ENGLISH: PublicLanguage = { lang: 'en', texts: messages, problems: enProblems, policy: enPolicy, work: ENGLISH_WORK };

type Translated = Omit<PublicLanguage, 'lang' | 'work'>;

const translated = (lang: Language, sentences: Translated, work: Omit<WorkLanguage, 'lang'>): PublicLanguage => ({
  lang,
  ...sentences,
  work: { ...work, lang: localeOf(lang) },
});

/** The pages in each language. They are read on the server, all at once. */
export const PUBLIC_TEXTS: Readonly<Record<Language, PublicLanguage>> = {
  en: ENGLISH,
  de: translated(
    'de',
    { texts: de, problems: deProblems, policy: dePolicy },
    { work: deWork, workLines: deLines, forges: deForges, reasons: deReasons },
  ),
  fr: translated(
    'fr',
    { texts: fr, problems: frProblems, policy: frPolicy },
    { work: frWork, workLines: frLines, forges: frForges, reasons: frReasons },
  ),
  es: translated(
    'es',
    { texts: es, problems: esProblems, policy: esPolicy },
    { work: esWork, workLines: esLines, forges: esForges, reasons: esReasons },
  ),
  nl: translated(
    'nl',
    { texts: nl, problems: nlProblems, policy: nlPolicy },
    { work: nlWork, workLines: nlLines, forges: nlForges, reasons: nlReasons },
  ),
};

/** The languages of the pages, each by the name that its readers give it. */
export const PUBLIC_LANGUAGES: readonly { readonly name: string; readonly language: PublicLanguage }[] = Object.entries(LANGUAGES).map(
  ([lang, name]) => ({ name, language: PUBLIC_TEXTS[lang as Language] }),
);
