export { verifyPages } from './serve/verify-pages.js';
