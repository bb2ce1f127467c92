export { CONTEXT_DOCUMENTS } from './contexts/documents.js';
export { canonicalise } from './rdf/canonicalise.js';
