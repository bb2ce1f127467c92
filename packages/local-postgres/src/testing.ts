export { processFacts } from './process-facts.js';
export { sharedTestCluster } from './shared-cluster.js';
