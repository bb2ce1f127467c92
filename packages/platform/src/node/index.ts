export { offlineDocuments } from '../shared/offline-documents.js';
export type { SavedDocument, SavedDocuments } from '../shared/saved-documents.js';
export { recordingDocuments, replayingDocuments } from '../shared/saved-documents.js';
export type { SavedRepository } from '../shared/saved-git.js';
export { recordingGit, replayingGit } from '../shared/saved-git.js';
export { joseTokens } from '../shared/tokens.js';
export { clientAddress, networkOf, readTrustedProxies, type TrustedProxies } from './clients/client-address.js';
export { type FairQueue, fairQueue } from './clients/fair-queue.js';
export { type RatePolicy, rateLimitHeaders } from './clients/rate-limit-headers.js';
export { type Allowance, type TokenBuckets, tokenBuckets } from './clients/token-buckets.js';
export type { NodeCrypto } from './crypto.js';
export { nodeCrypto } from './crypto.js';
export type { NodeGitTransport } from './git/git-transport.js';
export { nodeGitTransport } from './git/git-transport.js';
export { documentsFromMap } from './map-documents.js';
export type { NodePorts, NodePortsOptions } from './node-ports.js';
export { nodePorts } from './node-ports.js';
export { authorshipFileReader } from './read-authorship-file.js';
export { isPublicAddress } from './safe-fetch/address.js';
export type { DeliveryAnswer, DeliveryRequest } from './safe-fetch/deliver.js';
export type { Resolve, ResolvedAddress } from './safe-fetch/guarded-connector.js';
export type { GuardedHttp, HttpAnswer, HttpRequest, SafeFetchOptions, SeenAnswer } from './safe-fetch/guarded-http.js';
export { guardedHttp } from './safe-fetch/guarded-http.js';
export type { AbortableDocuments } from './safe-fetch/safe-documents.js';
export type { NodeSigner } from './signer.js';
export { nodeSigner } from './signer.js';
export { chooseCoding, matchesTag, staticAnswer } from './static-files/static-answer.js';
export {
  CODING_ENDINGS,
  type ContentCoding,
  compressedFile,
  readStaticFile,
  type StaticFile,
  staticFile,
} from './static-files/static-file.js';
