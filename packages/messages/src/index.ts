export type { Headline } from './check-sentences.js';
export { describeCheck, describeVerdict, nameOfCheck, wordOfOutcome } from './check-sentences.js';
export { describeIssuer, type IssuerWords } from './issuer.js';
export { describeNote } from './notes.js';
export { fill, type Sentence, type Words } from './sentence.js';
export { VERDICT_TITLES } from './verdicts.js';
export type { WorkLine } from './work.js';
export { describeAge, describeCopy, describeWork } from './work.js';
export { describeWorkNote, describeWorkReason } from './work-reasons.js';
