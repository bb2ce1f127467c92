import { messages } from '../compiled/console-achievements/en.js';
import { translations } from '../compiled/console-achievements/translations.js';
import type { ConsoleAchievements } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type AchievementsTexts = ConsoleAchievements;

/** The words of the list of achievements and of their form, by language. */
export const achievementsTexts: (lang: string) => Promise<AchievementsTexts> = screenTexts(messages, translations);
