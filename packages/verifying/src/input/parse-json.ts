import { hasLoneSurrogate, type Json, type JsonObject } from '@proofmark/schemas';
import { LIMITS } from '../limits.js';

/** Why a text is not taken as JSON, or a JSON value not taken as a document. */
export type JsonFault = 'not-json' | 'duplicate-key' | 'lone-surrogate' | 'no-number' | 'too-deep' | 'too-large';

export type JsonReading = { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly fault: JsonFault };

/**
 * Parses JSON text strictly (RFC 7493): a name that occurs twice in one object is refused, since two readers would see two badges.
 * Depth is bounded before the parser runs. Never throws.
 */
export function parseJson(text: string): JsonReading {
  if (text.length > LIMITS.textBytes) return { ok: false, fault: 'too-large' };
  const names = scan(text);
  if (names === null) return { ok: false, fault: 'too-deep' };
  if (names > LIMITS.values) return { ok: false, fault: 'too-large' };
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'not-json' };
  }
  // Half a character stands in the text itself or, more hidden, in an escape.
  const found = survey(json, hasLoneSurrogate(text) || text.includes('\\u'));
  if (found.fault !== null) return { ok: false, fault: found.fault };
  // Of two members of one name the parser keeps one.
  return found.names === names ? { ok: true, json } : { ok: false, fault: 'duplicate-key' };
}

/** Bounds of a parsed value, whoever parsed it: depth, number of objects, and text that has no UTF-8 form. */
export function inspect(json: Json): JsonFault | null {
  return survey(json, true).fault;
}

/** The same, and how many members all objects have together. `texts`: whether texts have to be looked at. */
function survey(json: Json, texts: boolean): { readonly fault: JsonFault | null; readonly names: number } {
  let nodes = 0;
  let names = 0;
  let values = 0;
  const visit = (value: Json | undefined, depth: number): JsonFault | null => {
    if (typeof value === 'string') return texts && hasLoneSurrogate(value) ? 'lone-surrogate' : null;
    // `1e400`: JSON for the parser, and a number for nobody (RFC 7493, 2.2).
    if (typeof value === 'number') return Number.isFinite(value) ? null : 'no-number';
    if (typeof value !== 'object' || value === null) return null;
    nodes += 1;
    if (depth > LIMITS.depth) return 'too-deep';
    if (nodes > LIMITS.nodes) return 'too-large';
    if (Array.isArray(value)) {
      values += value.length;
      if (values > LIMITS.values) return 'too-large';
      for (const item of value as readonly Json[]) {
        const fault = visit(item, depth + 1);
        if (fault !== null) return fault;
      }
      return null;
    }
    for (const name of Object.keys(value)) {
      names += 1;
      if (names > LIMITS.values) return 'too-large';
      const fault = texts && hasLoneSurrogate(name) ? 'lone-surrogate' : visit((value as JsonObject)[name], depth + 1);
      if (fault !== null) return fault;
    }
    return null;
  };
  return { fault: visit(json, 0), names };
}

const [QUOTE, BACKSLASH, COLON, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x22, 0x5c, 0x3a, 0x7b, 0x7d, 0x5b, 0x5d];

/**
 * One pass over the text, from string to string: counts the names of members, which are the colons outside of strings.
 * Null when it is nested too deep. It need not find any other fault; the parser does.
 */
function scan(text: string): number | null {
  let names = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      if (at === -1) return names;
    } else if (code === COLON) {
      names += 1;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      depth += 1;
      if (depth > LIMITS.depth + 1) return null;
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth -= 1;
    }
  }
  return names;
}

/** Where the string that begins at `start` ends: at the next quotation mark that is not escaped; -1 when there is none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return -1;
}
