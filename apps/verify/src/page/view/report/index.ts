// The views of one report. They are one part of the build, loaded while the badge is checked.

export { oneEntryView } from './one-entry.js';
export { resultOf } from './result-of.js';
