export { checkSafe } from './signing/check-safe.js';
export { type CredentialPreparation, type PreparedCredential, prepareCredential } from './signing/prepare-credential.js';
export type { SafetyProblem } from './signing/safety-problems.js';
export { type DataIntegritySigning, signDataIntegrity } from './signing/sign-data-integrity.js';
export { type DomainLinkageSigning, didConfiguration, signDomainLinkage } from './signing/sign-domain-linkage.js';
export { type JwtSigning, type PreparedJwtSigning, signJwt, signPreparedJwt } from './signing/sign-jwt.js';
export { type PreparedSigning, signPrepared } from './signing/sign-prepared.js';
export { type SuiteSigned, type SuiteSigning, signWithSuite } from './signing/sign-with-suite.js';
export { type SigningCode, SigningError } from './signing/signing-error.js';
