import { messages } from './compiled/terminal/en.js';
import type { Terminal } from './compiled/types.js';

export { choice } from './details.js';

/** What the command line says about a report, in English; indentation and signs are its own. */
export const terminalTexts: Terminal = messages;
