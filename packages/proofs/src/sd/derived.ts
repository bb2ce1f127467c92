/** What takes a derived proof apart: a part of its own in a bundle, since it brings a reader of CBOR. */
export { relabel } from './relabel.js';
export { readDerivedParts } from './value-parts.js';
