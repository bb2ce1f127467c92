export type { ClusterConnection } from './cluster.js';
export { type LocalPostgresCode, LocalPostgresError } from './error.js';
export { processFacts } from './process-facts.js';
export { hasLocalPostgres, runningLocalPostgres } from './running.js';
export { type LocalPostgres, startLocalPostgres } from './start.js';
