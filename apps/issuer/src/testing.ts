export { createTestDatabase, type TestDatabase } from './store/database/test-database.js';
