export { askLinkedDomains } from './ask-linked-domains.js';
export type { DomainAnswer } from './checks/proven-domains.js';
export { type KeptList, type ListCache, listCache } from './documents/list-cache.js';
export type { ContainedFact, Facts, KeyFact, ProofFact, RecipientFact, Secured, StatusFact, WorkFact } from './facts/facts.js';
export type { DomainFact, IssuerFacts, LinkageFact, LinkageFault, RegistryFact, Validity } from './facts/issuer-facts.js';
export { type CredentialPolicy, verifyCredential } from './generic-vc/verify-credential.js';
export {
  type PresentationProof,
  type PresentationReport,
  type PresentedCredential,
  verifyPresentation,
} from './generic-vc/verify-presentation.js';
export type { Container } from './input/reading.js';
export type { VerifyInput } from './input/verify-input.js';
export type { DocumentSource, Fetched, FetchFailure, FetchRequest, Policy, Ports, Registry } from './ports.js';
export { judge } from './report/judge.js';
export { summarise } from './report/summary.js';
export { verdictOf } from './report/verdict.js';
export { shapeGate } from './shape/gate.js';
export { verify } from './verify.js';
