export { type AuditFault, type AuditHead, BEFORE_FIRST, followAuditChain } from './audit-log/follow-chain.js';
export { hashAuditEntry, NO_PREVIOUS } from './audit-log/hash-entry.js';
export type { HashText } from './compiled/canonical-labels.js';
export { canonicaliseDataset } from './compiled/canonicalise-dataset.js';
export type { Predicate } from './compiled/predicates.js';
export type { Dataset, Node, Quad } from './compiled/quads.js';
export { DID_CONFIGURATION, DID_CONFIGURATION_CONTEXT } from './contexts/did-configuration.js';
export { PINNED_CONTEXTS } from './contexts/urls.js';
export { canonicalJson } from './data-integrity/canonical-json.js';
export type { CanonicalHash, Canonicalisation, Canonicalise } from './data-integrity/canonicalise.js';
export { checkProof } from './data-integrity/check-proof.js';
export { type CheckedProof, checkProofs, type ProofsQuestion } from './data-integrity/check-proofs.js';
export { makeCanonicalise } from './data-integrity/make-canonicalise.js';
export type { ProofOutcome, ProofQuestion } from './data-integrity/proof-question.js';
export { type DataIntegrityProof, type ProofReading, readProof, readProofs } from './data-integrity/read-proofs.js';
export { type Suite, suiteOf } from './data-integrity/suites.js';
export {
  buildDidDocument,
  type DidDocumentContent,
  methodOf,
  type PublishedKey,
} from './did/build-did-document.js';
export { type DidDocument, type DidDocumentReading, readDidDocument, type Service, type VerificationMethod } from './did/did-document.js';
export { didJwkDocument, didKeyDocument, type SelfContainedDid } from './did/did-key.js';
export { absoluteId, type DidUrl, parseDidUrl, withoutFragment } from './did/did-url.js';
export { type DidWebUrl, didWebUrl } from './did/did-web.js';
export { type IssuanceRecord, readIssuanceRecord } from './did/issuance-record.js';
export { type KeyDocument, type ListedKey, readJwks, readKeyDocument } from './did/key-document.js';
export { type Location, locate } from './did/locate.js';
export { methodOfKid } from './did/method-of-kid.js';
export { type KeyPurpose, type MethodSelection, selectMethod } from './did/select-method.js';
export { checkJws, type JwsOutcome, type JwsQuestion } from './jwt/check-jws.js';
export { type DecodedJwt, decodeJwt, type JwtReading } from './jwt/decode-jwt.js';
export { readJwk } from './keys/jwk.js';
export type { KeyFault, KeyReading } from './keys/key-reading.js';
export { readMultikey, toMultikey } from './keys/multikey.js';
export { inMultikeys } from './keys/older-methods.js';
export { sameKey } from './keys/same-key.js';
export type { Algorithm, CryptoPort, PublicKey, Signer, TokenPort } from './ports.js';
export type { CheckedSignature } from './second-opinion/checked-signature.js';
