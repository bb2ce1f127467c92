import { messages } from '../compiled/console-skills/en.js';
import { translations } from '../compiled/console-skills/translations.js';
import type { ConsoleSkills } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type SkillsTexts = ConsoleSkills;

/** The words of the frameworks of skills, by language. */
export const skillsTexts: (lang: string) => Promise<SkillsTexts> = screenTexts(messages, translations);
