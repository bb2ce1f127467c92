import { messages as deForges } from './compiled/forges/de.js';
import { messages as esForges } from './compiled/forges/es.js';
import { messages as frForges } from './compiled/forges/fr.js';
import { messages as nlForges } from './compiled/forges/nl.js';
import { messages as de } from './compiled/public/de.js';
import { messages } from './compiled/public/en.js';
import { messages as es } from './compiled/public/es.js';
import { messages as fr } from './compiled/public/fr.js';
import { messages as nl } from './compiled/public/nl.js';
import type { Public } from './compiled/types.js';
import { messages as deLines } from './compiled/work-lines/de.js';
import { messages as esLines } from './compiled/work-lines/es.js';
import { messages as frLines } from './compiled/work-lines/fr.js';
import { messages as nlLines } from './compiled/work-lines/nl.js';
import { ENGLISH_WORK, type WorkLanguage } from './work.js';

export { choice } from './details.js';
export { fillSlots } from './fill-slots.js';

/** The sentences of the pages that an issuer publishes, in one language. */
export interface PublicLanguage {
  /** BCP 47, for `lang` attributes. */
  readonly lang: string;
  readonly texts: Public;
  /** The four lines about a piece of work. Dates and lists are written as its `lang` writes them. */
  readonly work: WorkLanguage;
}

/** The pages in English, which has all of them. */
export const ENGLISH: PublicLanguage = { lang: 'en', texts: messages, work: ENGLISH_WORK };

const translated = (lang: string, texts: Public, work: Omit<WorkLanguage, 'lang' | 'work'>): PublicLanguage => ({
  lang,
  texts,
  work: { ...ENGLISH_WORK, ...work, lang },
});

/** The languages of the pages, the usual one first; each by the name that its readers give it. They are read on the server, all at once. */
export const PUBLIC_LANGUAGES: readonly { readonly name: string; readonly language: PublicLanguage }[] = [
  { name: 'English', language: ENGLISH },
  { name: 'Deutsch', language: translated('de', de, { workLines: deLines, forges: deForges }) },
  { name: 'Français', language: translated('fr', fr, { workLines: frLines, forges: frForges }) },
  { name: 'Español', language: translated('es', es, { workLines: esLines, forges: esForges }) },
  { name: 'Nederlands', language: translated('nl', nl, { workLines: nlLines, forges: nlForges }) },
];
