export { type CanaryKeys, type CanaryResult, runCanary } from './second-opinion/canary.js';
export { type CheckedSignature, type OwnAnswer, type SecondOpinion, secondOpinion } from './second-opinion/second-opinion.js';
