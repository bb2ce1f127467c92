import { messages } from '../compiled/console-person/en.js';
import { translations } from '../compiled/console-person/translations.js';
import type { ConsolePerson } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type PersonTexts = ConsolePerson;

/** The words of the screen of one person, by language. */
export const personTexts: (lang: string) => Promise<PersonTexts> = screenTexts(messages, translations);
