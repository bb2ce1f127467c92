export { belowView } from './below.js';
export { listView } from './list.js';
export { receiptsView } from './receipts.js';
