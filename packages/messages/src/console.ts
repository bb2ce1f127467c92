import { loaderOf } from './card/loader-of.js';
import { messages } from './compiled/console/en.js';
import { translations } from './compiled/console/translations.js';
import type { Console } from './compiled/types.js';

export { fillSlots } from './fill-slots.js';
export { LANGUAGES, type Language, languageOf } from './languages.js';

/** What the console says, in one language. */
export type ConsoleTexts = Console;

/** The console in English. */
export const consoleTexts: ConsoleTexts = messages;

/** The same in another language. Rejects when this host cannot load it. */
export async function consoleTextsFor(lang: string): Promise<ConsoleTexts> {
  return (await loaderOf(translations, lang)?.())?.messages ?? consoleTexts;
}
