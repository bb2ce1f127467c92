// The views of one report. They are one part of the build, loaded while the badge is checked.

export { oneEntryView } from './one-entry.js';
export { titleOf } from './verdict-words.js';
