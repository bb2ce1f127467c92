import { messages } from '../compiled/policy/en.js';
import { translations } from '../compiled/policy/translations.js';
import type { PolicyTexts } from '../policy.js';
import { screenTexts } from './screen-texts.js';

export { durationWords, type PolicyTexts, policySentence } from '../policy.js';

/** The words of evidence policies, by language. */
export const policyTexts: (lang: string) => Promise<PolicyTexts> = screenTexts(messages, translations);
