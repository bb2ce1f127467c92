export { offlineDocuments } from '../shared/offline-documents.js';
export type { SavedDocument, SavedDocuments } from '../shared/saved-documents.js';
export { recordingDocuments, replayingDocuments } from '../shared/saved-documents.js';
export { joseTokens } from '../shared/tokens.js';
export { pageHost } from './page-host.js';
export { webSigner } from './signer.js';
export type { WebPortsOptions } from './web-ports.js';
export { canVerifyHere, webPorts } from './web-ports.js';
