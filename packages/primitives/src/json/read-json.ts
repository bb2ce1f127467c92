import type { Json, JsonObject } from './json.js';
import type { JsonFault, JsonRules } from './json-rules.js';
import { hasLoneSurrogate } from './text.js';

export type JsonReading = { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly fault: JsonFault };

/**
 * Reads JSON text strictly (RFC 7493, I-JSON) and within bounds; the depth is bounded before the parser runs. Never throws.
 *
 * @returns the value, or the first fault; `findJsonFaults` says where the faults of a refused text are
 */
export function readJson(text: string, rules: JsonRules): JsonReading {
  if (text.length > rules.maxLength) return { ok: false, fault: 'too-large' };
  const names = countNames(text, rules.maxDepth);
  if (names === null) return { ok: false, fault: 'too-deep' };
  if (names > (rules.maxValues ?? Number.POSITIVE_INFINITY)) return { ok: false, fault: 'too-large' };
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'not-json' };
  }
  // Half of a character, or NUL, is in the text itself or, more hidden, in an escape.
  const found = survey(json, rules, text.includes('\\u') || hasLoneSurrogate(text));
  if (found.fault !== null) return { ok: false, fault: found.fault };
  // Of two members of one name the parser keeps one.
  return found.names === names ? { ok: true, json } : { ok: false, fault: 'duplicate-key' };
}

/** The first fault of a value that was parsed elsewhere: depth, number of values, numbers and texts. Null when there is none. */
export function inspectJson(json: Json, rules: Omit<JsonRules, 'maxLength'>): JsonFault | null {
  return survey(json, rules, true).fault;
}

/** The first fault of a value and how many members all objects have together. `texts`: whether texts have to be looked at. */
function survey(
  json: Json,
  rules: Omit<JsonRules, 'maxLength'>,
  texts: boolean,
): { readonly fault: JsonFault | null; readonly names: number } {
  const { maxDepth, maxNodes = Number.POSITIVE_INFINITY, maxValues = Number.POSITIVE_INFINITY, refuseNul, refuseProto } = rules;
  let nodes = 0;
  let names = 0;
  let items = 0;
  const textFault = (text: string): JsonFault | null => {
    if (hasLoneSurrogate(text)) return 'lone-surrogate';
    return refuseNul && text.includes('\0') ? 'nul-character' : null;
  };
  const visit = (value: Json | undefined, depth: number): JsonFault | null => {
    if (typeof value === 'string') return texts ? textFault(value) : null;
    if (typeof value === 'number') return Number.isFinite(value) ? null : 'no-number';
    if (typeof value !== 'object' || value === null) return null;
    nodes += 1;
    if (depth > maxDepth) return 'too-deep';
    if (nodes > maxNodes) return 'too-large';
    if (Array.isArray(value)) {
      items += value.length;
      if (items > maxValues) return 'too-large';
      for (const item of value as readonly Json[]) {
        const fault = visit(item, depth + 1);
        if (fault !== null) return fault;
      }
      return null;
    }
    for (const name of Object.keys(value)) {
      names += 1;
      if (names > maxValues) return 'too-large';
      if (refuseProto && name === '__proto__') return 'proto-member';
      const fault = (texts ? textFault(name) : null) ?? visit((value as JsonObject)[name], depth + 1);
      if (fault !== null) return fault;
    }
    return null;
  };
  return { fault: visit(json, 1), names };
}

const [QUOTE, BACKSLASH, COLON, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x22, 0x5c, 0x3a, 0x7b, 0x7d, 0x5b, 0x5d];

/**
 * One pass over the text, from string to string: counts the names of members, which are the colons outside of strings. Null when it is
 * nested too deep. It need not find any other fault; the parser does.
 */
function countNames(text: string, maxDepth: number): number | null {
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
      if (depth > maxDepth) return null;
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth -= 1;
    }
  }
  return names;
}

/** Where the string that begins at `start` ends: at the next quotation mark that is not escaped; -1 when there is none. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return -1;
}
