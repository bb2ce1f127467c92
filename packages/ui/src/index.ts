export { icon } from './icons/index.js';
