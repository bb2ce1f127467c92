const XSD = 'http://www.w3.org/2001/XMLSchema#';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that canonical N-Quads escape
const TO_ESCAPE = /[\u0000-\u001f\u007f"\\]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const ALL_TO_ESCAPE = /[\u0000-\u001f\u007f"\\]/g;
const SHORT: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\' };

function escaped(text: string): string {
  if (!TO_ESCAPE.test(text)) return text;
  return text.replace(ALL_TO_ESCAPE, (c) => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/**
 * A JSON value as a literal of canonical N-Quads (RDF Canonicalization 1.0, section 5), with the datatype that its term gives, or ''.
 * Numbers and booleans are written as JSON-LD 1.1 API 8.2 says, whatever the datatype.
 */
export function literal(value: string | number | boolean, datatype: string): string {
  if (typeof value === 'string') return datatype === '' || datatype === `${XSD}string` ? `"${escaped(value)}"` : `"${escaped(value)}"^^<${datatype}>`;
  if (typeof value === 'boolean') return `"${value}"^^<${datatype || `${XSD}boolean`}>`;
  const isDouble = value % 1 !== 0 || value >= 1e21 || datatype === `${XSD}double`;
  if (isDouble) return `"${value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')}"^^<${datatype || `${XSD}double`}>`;
  return `"${value.toFixed(0)}"^^<${datatype || `${XSD}integer`}>`;
}
