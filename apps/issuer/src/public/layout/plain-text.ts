const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Replaces what no document may hold (controls, halves of surrogate pairs) by U+FFFD. Line ends and tabs stay. */
export function wellFormed(text: string): string {
  return text.replace(CONTROLS, '\ufffd').replace(LONE_SURROGATES, '\ufffd');
}

/**
 * Foreign text for places where no element can isolate it (a document title, an attribute, a file name, a picture):
 * well-formed, on one line, without the characters that turn the writing direction.
 */
export function plainText(text: string): string {
  return wellFormed(text).replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim();
}

/** At most `max` characters (code points), with an ellipsis when something was cut. */
export function shorten(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
