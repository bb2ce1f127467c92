/** What checking a derived proof needs beside the light entry. It shares no file with that: a bundle keeps it apart, and stays one file. */
export { relabel } from './relabel.js';
export { readDerivedParts } from './value-parts.js';
