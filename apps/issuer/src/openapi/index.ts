export { openapi } from './document.js';
export { docsRoutes } from './routes.js';
