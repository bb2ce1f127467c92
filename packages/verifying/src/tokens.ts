/** What reads and checks tokens. This file is loaded for the first: most badges and lists carry their proofs in themselves. */
export { credentialIn } from './gather/tokens/credential-in.js';
export { secureToken } from './gather/tokens/secure-token.js';
