import { messages as doctor } from './compiled/doctor/en.js';
import { messages as terminal } from './compiled/terminal/en.js';
import type { Doctor, Terminal } from './compiled/types.js';

export { choice } from './details.js';

/** What the command line says about a report, in English; indentation and signs are its own. */
export const terminalTexts: Terminal = terminal;

/** What `proofmark doctor` finds at an issuer, and what to do about it, in English. */
export const doctorTexts: Doctor = doctor;
