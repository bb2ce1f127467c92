export { freePort, type OwnServer, ownServer, untilItAnswers } from './own-server.js';
export { processFacts } from './process-facts.js';
export { sharedTestCluster } from './shared-cluster.js';
