export { EMBED_SCRIPT, embedBundle } from './embed-files.js';
export { embedFiles } from './get.js';
export { keepBundles, keptBundles } from './kept-bundles.js';
