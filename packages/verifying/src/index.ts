export { askLinkedDomains } from './ask-linked-domains.js';
export type { DomainAnswer } from './checks/proven-domains.js';
export { type ListCache, listCache } from './documents/list-cache.js';
export { memoDocuments } from './documents/memo-documents.js';
export { verifyCredential } from './generic-vc/verify-credential.js';
export {
  type PresentationProof,
  type PresentationReport,
  type PresentedCredential,
  verifyPresentation,
} from './generic-vc/verify-presentation.js';
export type { VerifyInput } from './input/verify-input.js';
export type { DocumentSource, Fetched, FetchFailure, FetchRequest, Policy, Ports, Registry } from './ports.js';
export { summarise } from './report/summary.js';
export { verify } from './verify.js';
