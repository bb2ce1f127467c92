export { EMBED_SCRIPT, embedBundle, keptBundles } from './embed-files.js';
export { embedFiles } from './get.js';
