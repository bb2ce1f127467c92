export { type CanaryKeys, type CanaryResult, runCanary } from './second-opinion/canary.js';
export { type SecondOpinion, secondOpinion } from './second-opinion/second-opinion.js';
