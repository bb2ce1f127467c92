// What few badges need of their status, in one part that is loaded for the first of them.
export { askRevocationList } from './revocation-list.js';
export { askMore } from './suspension-lists.js';
