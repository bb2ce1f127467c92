import { messages } from '../compiled/console-new-issuer/en.js';
import { translations } from '../compiled/console-new-issuer/translations.js';
import type { ConsoleNewIssuer } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type NewIssuerTexts = ConsoleNewIssuer;

/** The words of the screen that makes an issuer of the console, by language. */
export const newIssuerTexts: (lang: string) => Promise<NewIssuerTexts> = screenTexts(messages, translations);
