export { type CredentialPolicy, verifyCredential } from './any/verify-credential.js';
export {
  type PresentationProof,
  type PresentationReport,
  type PresentedCredential,
  verifyPresentation,
} from './any/verify-presentation.js';
export type { DomainAnswer } from './checks/proven-domains.js';
export type { ContainedFact, Facts, KeyFact, ProofFact, RecipientFact, Secured, StatusFact, WorkFact } from './gather/facts.js';
export type { DomainFact, IssuerFacts, LinkageFact, LinkageFault, RegistryFact, Validity } from './gather/issuer-facts.js';
export type { VerifyInput } from './input.js';
export { isBadge } from './intake/from-json.js';
export type { Container } from './intake/handed.js';
export { judge } from './judge.js';
export { askLinkedDomains } from './linked-domains.js';
export { type KeptList, type ListCache, listCache } from './list-cache.js';
export type { DocumentSource, Fetched, FetchFailure, FetchRequest, Policy, Ports, Registry } from './ports.js';
export { shapeGate } from './shape/gate.js';
export { summarise } from './summary.js';
export { verdictOf } from './verdict.js';
export { verify } from './verify.js';
