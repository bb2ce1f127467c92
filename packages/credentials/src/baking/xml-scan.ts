/** A token of an XML document, with its place in the text. Attribute values and text are raw: entities are not resolved. */
export type XmlPiece =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly selfClosing: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text' | 'cdata'; readonly value: string; readonly start: number; readonly end: number };

const NAME = /[^\s=/><"'&!?]+/y;
const ATTRIBUTE = /\s+([^\s=/><"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The end of a DOCTYPE that begins at `at`; its declarations are stepped over, never read. -1 when it does not end. */
function endOfDoctype(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '"' || letter === "'") index = text.indexOf(letter, index + 1);
    else if (text.startsWith('<!--', index)) index = text.indexOf('-->', index);
    else if (letter === '[') depth += 1;
    else if (letter === ']') depth -= 1;
    else if (letter === '>' && depth <= 0) return index + 1;
    if (index < 0) return -1;
  }
  return -1;
}

function openTag(text: string, start: number): XmlPiece | null {
  const name = matchAt(NAME, text, start + 1)?.[0];
  if (name === undefined) return null;
  let at = start + 1 + name.length;
  const attributes = new Map<string, string>();
  for (let found = matchAt(ATTRIBUTE, text, at); found !== null; found = matchAt(ATTRIBUTE, text, at)) {
    const [whole, key = '', double, single] = found;
    if (attributes.has(key)) return null;
    attributes.set(key, double ?? single ?? '');
    at += whole.length;
  }
  const tagEnd = matchAt(TAG_END, text, at);
  return tagEnd === null ? null : { kind: 'open', name, attributes, selfClosing: tagEnd[1] === '/', start, end: at + tagEnd[0].length };
}

/**
 * Cuts XML into tokens in one pass: no DTD is read, no entity expanded, nothing fetched. Comments, processing instructions
 * and a DOCTYPE are stepped over. Yields null once, and stops, where the text is not well-formed.
 */
export function* scanXml(text: string): Generator<XmlPiece | null, void> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let end = -1;
    let piece: XmlPiece | null = null;
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      end = next < 0 ? text.length : next;
      piece = { kind: 'text', value: text.slice(at, end), start: at, end };
    } else if (text.startsWith('<!--', at)) {
      end = text.indexOf('-->', at + 4) + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      end = text.indexOf(']]>', at + 9) + 3;
      if (end > 2) piece = { kind: 'cdata', value: text.slice(at + 9, end - 3), start: at, end };
    } else if (text.startsWith('<?', at)) {
      end = text.indexOf('?>', at + 2) + 2;
    } else if (/^<!DOCTYPE\b/.test(text.slice(at, at + 10))) {
      end = endOfDoctype(text, at + 9);
    } else if (text[at + 1] === '/') {
      const name = matchAt(NAME, text, at + 2)?.[0] ?? '';
      const tagEnd = name === '' ? null : matchAt(TAG_END, text, at + 2 + name.length);
      end = tagEnd === null || tagEnd[1] === '/' ? -1 : at + 2 + name.length + tagEnd[0].length;
      if (end > 0) piece = { kind: 'close', name, start: at, end };
    } else {
      piece = openTag(text, at);
      end = piece?.end ?? -1;
    }
    if (end <= at) {
      yield null;
      return;
    }
    if (piece !== null) yield piece;
    at = end;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Raw text with the five entities of XML itself and character references resolved; null when it names any other. */
export function decodeEntities(raw: string): string | null {
  let known = true;
  const text = raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+))?;?/g, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : -1;
    const value = name ? ENTITIES.get(name) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (value === undefined || !whole.endsWith(';')) known = false;
    return value ?? '';
  });
  return known ? text : null;
}
