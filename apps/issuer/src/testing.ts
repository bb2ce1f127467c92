export { pageCapturer } from './capturing/page-capture.js';
export { stolenKey } from './keys/stolen-keys.js';
export { createTestDatabase, type TestDatabase } from './store/database/test-database.js';
