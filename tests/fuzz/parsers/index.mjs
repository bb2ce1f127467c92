// Every parser of strangers' input, with seeds, and with what must hold of each changed one: a check answers with a fault, or null.
import { ANSWERS } from './answers.mjs';
import { GIT } from './git.mjs';
import { KEYS } from './keys.mjs';
import { PAGES } from './pages.mjs';
import { PDF } from './pdf.mjs';
import { TEXTS } from './texts.mjs';

export const PARSERS = [...TEXTS, ...KEYS, ...GIT, ...PAGES, ...PDF, ...ANSWERS];
