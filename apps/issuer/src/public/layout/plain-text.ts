import { seenText, shownText } from '@proofmark/messages';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Replaces what no document may hold (controls, halves of surrogate pairs) by U+FFFD, and takes out what is not seen and acts on what stands
 * around it (`seenText`). Line ends and tabs stay.
 */
export function wellFormed(text: string): string {
  return seenText(text.replace(CONTROLS, '\ufffd').replace(LONE_SURROGATES, '\ufffd'));
}

/** No text of a badge of ours is longer. */
const MAX_LENGTH = 20_000;

/**
 * Foreign text for places where no element can isolate it (a document title, an attribute, a file name, a picture):
 * well-formed, on one line, as every face shows a stranger's text (`shownText`).
 */
export function plainText(text: string): string {
  return shownText(wellFormed(text), MAX_LENGTH);
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
