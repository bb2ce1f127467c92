/** What reads and checks tokens. This file is loaded for the first: most badges and lists carry their proofs in themselves. */
export { secureToken } from './gather/tokens/secure-token.js';
export { readToken } from './input/read-token.js';
export { contentOfToken } from './input/token-content.js';
