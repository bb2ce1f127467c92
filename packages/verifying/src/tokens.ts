/** What reads and checks tokens. This file is loaded for the first: most badges and lists carry their proofs in themselves. */
export { checkToken } from './gather/check-token.js';
export { readToken } from './input/read-token.js';
export { credentialOfToken } from './input/token-credential.js';
