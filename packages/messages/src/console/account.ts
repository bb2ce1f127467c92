import { messages } from '../compiled/console-account/en.js';
import { translations } from '../compiled/console-account/translations.js';
import type { ConsoleAccount } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type AccountTexts = ConsoleAccount;

/** The words of a person's own account in the console, by language. */
export const accountTexts: (lang: string) => Promise<AccountTexts> = screenTexts(messages, translations);
