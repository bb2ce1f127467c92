import { english } from '@proofmark/messages/card';
import { type Language, type PageWords, pageTexts, pageWordsFor } from '@proofmark/messages/page';

/** What the page says before there is a report, in one language. */
export interface Spoken extends PageWords {
  readonly lang: Language;
}

export const ENGLISH: Spoken = { lang: 'en', words: pageTexts, card: english };

/** The page's words in a language; in English where they cannot be loaded. */
export async function spokenIn(lang: Language): Promise<Spoken> {
  try {
    const spoken = await pageWordsFor(lang);
    return spoken === null ? ENGLISH : { lang, ...spoken };
  } catch {
    return ENGLISH;
  }
}
