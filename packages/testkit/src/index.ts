export { selfSignedCertificate } from './certificate.js';
export { documentsRoutes } from './documents-routes.js';
export { gzipBomb } from './gzip-bomb.js';
export type { TestKey } from './keys.js';
export { didKeyOf, freshKey, namedEd25519Key } from './keys.js';
export type { LoopbackOptions, LoopbackServer } from './loopback-server.js';
export { loopbackServer } from './loopback-server.js';
export { SAMPLE_TIME, sampleBadge, sampleCredential, sampleJwt } from './sample-badge.js';
