/**
 * What reads and checks tokens, those of an issuer's record included. This file is loaded for the first: most badges and lists carry their
 * proofs in themselves.
 */
export { askRecord } from './gather/issuance-record/ask-record.js';
export { credentialIn } from './gather/tokens/credential-in.js';
export { secureToken } from './gather/tokens/secure-token.js';
