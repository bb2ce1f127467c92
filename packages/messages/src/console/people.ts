import { messages } from '../compiled/console-people/en.js';
import { translations } from '../compiled/console-people/translations.js';
import type { ConsolePeople } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type PeopleTexts = ConsolePeople;

/** The words of the screens about many badges, by language. */
export const peopleTexts: (lang: string) => Promise<PeopleTexts> = screenTexts(messages, translations);
