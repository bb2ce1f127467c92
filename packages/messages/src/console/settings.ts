import { messages } from '../compiled/console-settings/en.js';
import { translations } from '../compiled/console-settings/translations.js';
import type { ConsoleSettings } from '../compiled/types.js';
import { screenTexts } from './screen-texts.js';

export type SettingsTexts = ConsoleSettings;

/** The words of the settings of the console, by language. */
export const settingsTexts: (lang: string) => Promise<SettingsTexts> = screenTexts(messages, translations);
