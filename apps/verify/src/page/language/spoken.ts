import { english } from '@proofmark/messages/card';
import { type Language, type PageTexts, pageTexts, pageTextsFor, type Texts, textsFor } from '@proofmark/messages/page';

/** What the page says before there is a report, in one language. */
export interface Spoken {
  readonly lang: Language;
  readonly words: PageTexts;
  /** The words that it shares with the badge element. */
  readonly card: Texts;
}

export const ENGLISH: Spoken = { lang: 'en', words: pageTexts, card: english };

/** The page's words in a language; in English where they cannot be loaded. */
export async function spokenIn(lang: Language): Promise<Spoken> {
  if (lang === 'en') return ENGLISH;
  try {
    const [words, card] = await Promise.all([pageTextsFor(lang), textsFor(lang)]);
    // Half a language would be worse than another one.
    return card.lang === lang ? { lang, words, card } : ENGLISH;
  } catch {
    return ENGLISH;
  }
}
