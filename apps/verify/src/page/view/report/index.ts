// The views of one report. They are one part of the build, loaded while the badge is checked.

export { ENGLISH_REPORT, reportLanguageFor } from '@proofmark/messages/page-report';
export { oneEntryView } from './one-entry.js';
export { titleOf } from './verdict-words.js';
