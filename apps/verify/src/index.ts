export { type Asker, type ClientOf, clientOf } from './serve/client-of.js';
export { fits } from './serve/relay/fits.js';
export type { Form } from './serve/relay/kinds.js';
export { readTrustedIssuers } from './serve/trusted-issuers.js';
export { type VerifyPagesOptions, verifyPages } from './serve/verify-pages.js';
