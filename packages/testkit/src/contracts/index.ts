export { cryptoContract } from './crypto-contract.js';
export { decompressionContract } from './decompression-contract.js';
export { documentsContract } from './documents-contract.js';
export type { TestApi } from './test-api.js';
export { tokensContract } from './tokens-contract.js';
