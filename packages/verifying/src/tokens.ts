/** What reads and checks tokens. This file is loaded for the first: most badges and lists carry their proofs in themselves. */
export { checkToken } from './gather/check-token.js';
export { headerNotes } from './input/header-notes.js';
export { readToken } from './input/read-token.js';
export { contentOfToken } from './input/token-content.js';
