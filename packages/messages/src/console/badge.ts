import { messages } from '../compiled/console-badge/en.js';
import { translations } from '../compiled/console-badge/translations.js';
import type { ConsoleBadge } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type BadgeTexts = ConsoleBadge;

/** The words of the screen of one badge, by language. */
export const badgeTexts: (lang: string) => Promise<BadgeTexts> = screenTexts(messages, translations);
