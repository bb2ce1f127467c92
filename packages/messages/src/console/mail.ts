import { messages } from '../compiled/console-mail/en.js';
import { translations } from '../compiled/console-mail/translations.js';
import type { ConsoleMail } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type MailScreenTexts = ConsoleMail;

/** The words of the screen of mails, by language. */
export const mailScreenTexts: (lang: string) => Promise<MailScreenTexts> = screenTexts(messages, translations);
