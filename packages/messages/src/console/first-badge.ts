import { messages } from '../compiled/console-first-badge/en.js';
import { translations } from '../compiled/console-first-badge/translations.js';
import type { ConsoleFirstBadge } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type FirstBadgeTexts = ConsoleFirstBadge;

/** The words of the way to the first badge, by language. */
export const firstBadgeTexts: (lang: string) => Promise<FirstBadgeTexts> = screenTexts(messages, translations);
