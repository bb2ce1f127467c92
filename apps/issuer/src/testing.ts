export { pageCapturer } from './capturing/page-capture.js';
export { openFileKeys } from './keys/file-key-store.js';
export { createTestDatabase, type TestDatabase } from './store/database/test-database.js';
