export { details, say } from '../details.js';
export { checkTextsFor } from './check-texts.js';
export { decidingCode, decidingOutcome, english, textsFor, textsTelling } from './languages.js';
export type { CheckTexts, Texts, WorkTexts } from './texts.js';
export { workTextsFor } from './work-texts.js';
