export { consolePages } from './serve/console-pages.js';
