export { vcApiRoutes } from '../routes/vc-api/index.js';
export { verifyHere } from '../verification/verify-here.js';
export { EXAMPLE_CONTEXT } from './example-context.js';
export { malformed, type ProblemDetails, TYPES } from './problem-details.js';
export { checkRelatedResources } from './related-resources.js';
