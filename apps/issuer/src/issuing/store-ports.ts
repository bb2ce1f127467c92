export type * from '../store/index.js';
