import { allFiles } from './index.js';

/** All files, made while this module is loaded: the loader of `scripts/vectors.mjs` ends before its caller could wait for them. */
export const files: ReadonlyMap<string, Uint8Array> = await allFiles();
