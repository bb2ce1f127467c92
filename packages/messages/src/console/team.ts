import { messages } from '../compiled/console-team/en.js';
import { translations } from '../compiled/console-team/translations.js';
import type { ConsoleTeam } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type TeamTexts = ConsoleTeam;

/** The words of the team screen of the console, by language. */
export const teamTexts: (lang: string) => Promise<TeamTexts> = screenTexts(messages, translations);
