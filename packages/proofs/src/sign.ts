export { checkSafe, type SafetyProblem } from './signing/check-safe.js';
export { type DataIntegritySigning, signDataIntegrity } from './signing/sign-data-integrity.js';
export { type DomainLinkageSigning, didConfiguration, signDomainLinkage } from './signing/sign-domain-linkage.js';
export { type JwtSigning, signJwt } from './signing/sign-jwt.js';
export { type SuiteSigned, type SuiteSigning, signWithSuite } from './signing/sign-with-suite.js';
export { type SigningCode, SigningError } from './signing/signing-error.js';
