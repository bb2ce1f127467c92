/** Comments and instructions that may stand before the first element. Tools write one or two. */
const MAX_PIECES = 64;
const SPACE = /\s*/y;
const ELEMENT = /<(?:[\w.-]{1,64}:)?([A-Za-z][\w-]{0,63})(?=[\s/>])/y;

/** The local name, in lower case, of the element that a text of XML or HTML begins with; null when it begins with none. */
export function rootElementOf(text: string): string | null {
  let at = 0;
  for (let piece = 0; piece < MAX_PIECES; piece += 1) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    ELEMENT.lastIndex = at;
    const name = ELEMENT.exec(text)?.[1];
    if (name !== undefined) return name.toLowerCase();
    const end = endOfPiece(text, at);
    if (end === null) return null;
    at = end;
  }
  return null;
}

/** Where a comment, an instruction or a DOCTYPE ends that begins at `at`; null for anything else. */
function endOfPiece(text: string, at: number): number | null {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (!text.startsWith('<!', at)) return null;
  const [subset, end] = [text.indexOf('[', at), after(text, '>', at)];
  return subset < 0 || end === null || subset > end ? end : after(text, '>', after(text, ']', subset) ?? text.length);
}

function after(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found < 0 ? null : found + mark.length;
}
