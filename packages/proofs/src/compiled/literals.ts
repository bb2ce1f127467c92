import { NotCompiled } from './not-compiled.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that canonical N-Quads escape
const TO_ESCAPE = /[\u0000-\u001f\u007f"\\]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const ALL_TO_ESCAPE = /[\u0000-\u001f\u007f"\\]/g;
/** An absolute IRI of which nothing has to be escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
export const PLAIN_IRI: RegExp = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020\s<>"{}|^`\\]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const IRI_TO_ESCAPE = /[\u0000-\u0020<>"{}|^`\\]/g;
const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

function escaped(text: string): string {
  if (!TO_ESCAPE.test(text)) return text;
  return text.replace(ALL_TO_ESCAPE, (c) => SHORT[c] ?? numbered(c));
}

function numbered(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** An IRI as N-Quads write it. What has to be escaped is no IRI by RFC 3987, but processors take it. */
export function escapedIri(iri: string): string {
  return iri.replace(IRI_TO_ESCAPE, numbered);
}

/**
 * A JSON value as a literal of canonical N-Quads (RDF Canonicalization 1.0, section 5). `suffix` is the datatype of its term, as
 * `^^<…>`, or ''. Numbers and booleans are written as JSON-LD 1.1 API 8.2 says, whatever the datatype.
 */
export function literal(value: string | number | boolean, suffix: string): string {
  if (typeof value === 'string') return `"${escaped(value)}"${suffix}`;
  if (typeof value === 'boolean') return `"${value}"${suffix || `^^<${XSD}boolean>`}`;
  if (!Number.isFinite(value)) throw new NotCompiled();
  // What counts as a fraction is what is printed as one: 1e-7 is not, and becomes 0. The processors of all signers do so.
  if (String(value).includes('.') || Math.abs(value) >= 1e21) {
    return `"${value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')}"${suffix || `^^<${XSD}double>`}`;
  }
  return `"${value.toFixed(0)}"${suffix || `^^<${XSD}integer>`}`;
}

/** A text with a language tag; the tag is written in lower case. */
export function tagged(text: string, language: string): string {
  return `"${escaped(text)}"@${language.toLowerCase()}`;
}
