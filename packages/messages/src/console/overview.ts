import { messages } from '../compiled/console-overview/en.js';
import { translations } from '../compiled/console-overview/translations.js';
import type { ConsoleOverview } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type OverviewTexts = ConsoleOverview;

/** The words of the overview of the console, by language. */
export const overviewTexts: (lang: string) => Promise<OverviewTexts> = screenTexts(messages, translations);
