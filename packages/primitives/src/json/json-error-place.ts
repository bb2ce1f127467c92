const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters end a JSON string wrongly (RFC 8259, 7)
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * Where a text stops being JSON, as "line 2, column 16"; the end of the text for one that breaks off. The engine's own message
 * would quote the text, and does not always say where.
 */
export function jsonErrorPlace(text: string): string {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = skip(SPACE, text, 0) ?? 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    const closes = char === '}' || char === ']';
    let end: number | null = null;
    if (expected === 'colon') end = char === ':' ? at + 1 : null;
    else if (closes && open.at(-1) === char && expected.endsWith('or-end')) end = at + 1;
    else if (expected === 'comma-or-end') end = char === ',' ? at + 1 : null;
    else if (expected === 'key' || expected === 'key-or-end') end = skip(STRING, text, at);
    else if (expected !== 'nothing') end = char === '{' || char === '[' ? at + 1 : (skip(STRING, text, at) ?? skip(SCALAR, text, at));
    if (end === null) break;
    if (closes) open.pop();
    if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']');
    expected = after(expected, char, open.at(-1));
    at = skip(SPACE, text, end) ?? end;
  }
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function after(expected: Expected, char: string, inside: string | undefined): Expected {
  if (expected.startsWith('key') && char === '"') return 'colon';
  if (expected === 'colon') return 'value';
  if (char === ',' && expected === 'comma-or-end') return inside === '}' ? 'key' : 'value';
  if (char === '{') return 'key-or-end';
  if (char === '[') return 'value-or-end';
  return inside === undefined ? 'nothing' : 'comma-or-end';
}

function skip(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
