export { CONTEXT_DOCUMENTS } from './contexts/documents.js';
export { canonicalise, canonicaliseWith } from './rdf/canonicalise.js';
export { costOf } from './rdf/limits.js';
