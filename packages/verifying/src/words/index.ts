export type { Headline, WorkLine } from './describe.js';
export { describeCheck, describeVerdict, describeWork, nameOfCheck, wordOfOutcome } from './describe.js';
export { describeIssuer, type IssuerWords } from './issuer.js';
export { describeNote } from './notes.js';
export { fill, type Sentence, type Words } from './sentence.js';
