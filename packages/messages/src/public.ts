import { messages } from './compiled/public/en.js';
import type { Public } from './compiled/types.js';
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
