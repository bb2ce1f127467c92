export { createTestDatabase, type TestDatabase } from './postgres/test-database.js';
