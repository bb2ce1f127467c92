import { messages as deForges } from './compiled/forges/de.js';
import { messages as esForges } from './compiled/forges/es.js';
import { messages as frForges } from './compiled/forges/fr.js';
import { messages as nlForges } from './compiled/forges/nl.js';
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
import type { Problems, Public } from './compiled/types.js';
import { messages as deWork } from './compiled/work/de.js';
import { messages as esWork } from './compiled/work/es.js';
import { messages as frWork } from './compiled/work/fr.js';
import { messages as nlWork } from './compiled/work/nl.js';
import { messages as deLines } from './compiled/work-lines/de.js';
import { messages as esLines } from './compiled/work-lines/es.js';
import { messages as frLines } from './compiled/work-lines/fr.js';
import { messages as nlLines } from './compiled/work-lines/nl.js';
import { LANGUAGES, type Language, localeOf } from './languages.js';
import { ENGLISH_WORK, type WorkLanguage } from './work.js';

export { choice } from './details.js';
export { fillSlots } from './fill-slots.js';
export { languageOf } from './languages.js';

/** The sentences of the pages that an issuer publishes, in one language. */
export interface PublicLanguage {
  /** BCP 47, for `lang` attributes. */
  readonly lang: string;
  readonly texts: Public;
  /** What an answer of the API means and what to do about it, by its code; code stands in backticks. */
  readonly problems: Problems;
  /** The four lines about a piece of work. Dates and lists are written as its `lang` writes them. */
  readonly work: WorkLanguage;
}

/** The pages in English, which has all of them. */
export const ENGLISH: PublicLanguage = { lang: 'en', texts: messages, problems: enProblems, work: ENGLISH_WORK };

const translated = (lang: Language, texts: Public, problems: Problems, work: Omit<WorkLanguage, 'lang'>): PublicLanguage => ({
  lang,
  texts,
  problems,
  work: { ...work, lang: localeOf(lang) },
});

/** The pages in each language. They are read on the server, all at once. */
export const PUBLIC_TEXTS: Readonly<Record<Language, PublicLanguage>> = {
  en: ENGLISH,
  de: translated('de', de, deProblems, { work: deWork, workLines: deLines, forges: deForges }),
  fr: translated('fr', fr, frProblems, { work: frWork, workLines: frLines, forges: frForges }),
  es: translated('es', es, esProblems, { work: esWork, workLines: esLines, forges: esForges }),
  nl: translated('nl', nl, nlProblems, { work: nlWork, workLines: nlLines, forges: nlForges }),
};

/** The languages of the pages, each by the name that its readers give it. */
export const PUBLIC_LANGUAGES: readonly { readonly name: string; readonly language: PublicLanguage }[] = Object.entries(LANGUAGES).map(
  ([lang, name]) => ({ name, language: PUBLIC_TEXTS[lang as Language] }),
);
