import type { Json } from '@proofmark/schemas';

/**
 * The badges of a JSON text that holds several, an array of them or one on each line, each exactly as it is written there: a badge
 * that was parsed and written again is not the one of the input. Null when it holds one, or is anything else.
 */
export function jsonItems(text: string): readonly string[] | null {
  const items = text.startsWith('[') ? arrayItems(text) : lineItems(text);
  return items !== null && items.length > 1 ? items : null;
}

/** The JSON object in a text of other words, unchanged; null when there is none that looks like a credential. */
export function jsonInside(text: string): string | null {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  const json = start < 0 || end < start ? '' : text.slice(start, end + 1);
  return json.includes('"@context"') && parsed(json) !== undefined ? json : null;
}

function lineItems(text: string): readonly string[] | null {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return lines.every((line) => line.startsWith('{') && parsed(line) !== undefined) ? lines : null;
}

function arrayItems(text: string): readonly string[] | null {
  const array = parsed(text);
  if (!Array.isArray(array) || !array.every((item) => typeof item === 'string' || (typeof item === 'object' && item !== null))) return null;
  const items: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if ((character === ',' && depth === 1) || (character === ']' && depth === 0)) {
      items.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return items.length === array.length ? items.map(unquoted) : null;
}

/** A token stands in JSON as a text. */
function unquoted(item: string): string {
  return item.startsWith('"') ? String(parsed(item)) : item;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
