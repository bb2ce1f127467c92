import { hasLoneSurrogate, type Json } from '@proofmark/schemas';
import { LIMITS } from '../limits.js';

/** Why a text is not taken as JSON, or a JSON value not taken as a document. */
export type JsonFault = 'not-json' | 'duplicate-key' | 'lone-surrogate' | 'too-deep' | 'too-large';

export type JsonReading = { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly fault: JsonFault };

/**
 * Parses JSON text strictly (RFC 7493): a name that occurs twice in one object is refused, since two readers would see two badges.
 * Depth is bounded before the parser runs. Never throws.
 */
export function parseJson(text: string): JsonReading {
  if (text.length > LIMITS.textBytes) return { ok: false, fault: 'too-large' };
  const fault = scan(text);
  if (fault !== null) return { ok: false, fault };
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'not-json' };
  }
  const found = inspect(json);
  return found === null ? { ok: true, json } : { ok: false, fault: found };
}

/** Bounds of a parsed value, whoever parsed it: depth, number of objects, and text that has no UTF-8 form. */
export function inspect(json: Json): JsonFault | null {
  const open: { readonly value: Json; readonly depth: number }[] = [{ value: json, depth: 0 }];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && hasLoneSurrogate(value)) return 'lone-surrogate';
    if (typeof value !== 'object' || value === null) continue;
    nodes += 1;
    if (depth > LIMITS.depth) return 'too-deep';
    if (nodes > LIMITS.nodes) return 'too-large';
    for (const [key, item] of Object.entries(value)) {
      if (hasLoneSurrogate(key)) return 'lone-surrogate';
      if (item !== undefined) open.push({ value: item as Json, depth: depth + 1 });
    }
  }
  return null;
}

/** One pass over the characters: keeps the names of the objects that are open. It need not find every fault; the parser does. */
function scan(text: string): JsonFault | null {
  const open: (Set<string> | null)[] = [];
  let names: Set<string> | null = null;
  let atName = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const start = at;
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      if (!atName || names === null) continue;
      atName = false;
      const name = unescaped(text.slice(start + 1, at));
      if (names.has(name)) return 'duplicate-key';
      names.add(name);
    } else if (character === '{' || character === '[') {
      atName = character === '{';
      names = atName ? new Set() : null;
      open.push(names);
      if (open.length > LIMITS.depth + 1) return 'too-deep';
    } else if (character === '}' || character === ']') {
      open.pop();
      names = open.at(-1) ?? null;
      atName = false;
    } else if (character === ',') {
      atName = names !== null;
    }
  }
  return null;
}

function unescaped(name: string): string {
  if (!name.includes('\\')) return name;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    return name;
  }
}
