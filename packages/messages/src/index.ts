export { type CheckLanguage, describeCheck, nameOfCheck, wordOfOutcome } from './checks.js';
export { describeIssuer, type IssuerNames } from './issuer.js';
export { describeNote } from './notes.js';
export type { Sentence } from './sentence.js';
export { quotedText, seenText, shownHost, shownText } from './shown-text.js';
export { hostOfIssuer, type Signer, signerOf } from './signer.js';
export { describeVerdict, type Headline, VERDICT_TITLES, type VerdictLanguage } from './verdict.js';
export { describeAge, describeCopy, describeLook, describeWork, type WorkLanguage, type WorkLine } from './work.js';
export { describeWorkNote, describeWorkReason } from './work-reasons.js';
