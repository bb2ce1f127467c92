import { messages } from './compiled/public/en.js';
import type { Public } from './compiled/types.js';

export { choice } from './details.js';

/** What the pages that an issuer publishes say about work and policies, in English. */
export const publicTexts: Public = messages;
