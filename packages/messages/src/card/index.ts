export { details, say } from '../details.js';
export { quotedText, shownHost, shownText } from '../shown-text.js';
export { hostOfIssuer, signerOf, unknownSignerTitle } from '../signer.js';
export { checkTextsFor } from './check-texts.js';
export { forgeTextsFor } from './forge-texts.js';
export { decidingCode, decidingOutcome, english, textsFor, textsTelling } from './languages.js';
export type { CheckTexts, Texts, WorkTexts } from './texts.js';
export { workTextsFor } from './work-texts.js';
