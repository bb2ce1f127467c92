import { UploadFault } from './upload-fault.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';
const NAMES: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' };
const NEWLINE = 0x0a;

/**
 * The text of a file in UTF-8 or UTF-16, without its byte order mark; every line ends with a line feed. Throws an UploadFault that names the line and
 * the byte of what is not in the encoding in which the file begins.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let encoding: Encoding = 'utf-8';
  let [line, offset, carriageReturn] = [1, 0, false];
  let head = new Uint8Array();
  const fault = (within: Uint8Array): UploadFault => {
    // What completes a character of the part before is none at its beginning.
    const begun = offset === 0 ? 0 : leftOver(encoding, within);
    const at = begun + firstFault(encoding, within.subarray(begun));
    const lines = line + newlinesIn(within.subarray(0, at));
    const byte = offset + at;
    return new UploadFault(
      'not-text',
      `Line ${lines} holds a byte that is not ${NAMES[encoding]}, at byte ${byte} of the file: parts of the file have different encodings, or all of it has another one. Save it as “CSV UTF-8”, and look at that line.`,
      { line: lines, byte },
    );
  };
  const decoded = (part: Uint8Array, last: boolean): string => {
    decoder ??= new TextDecoder(encoding, { fatal: true, ignoreBOM: false });
    let text: string;
    try {
      text = decoder.decode(part, { stream: !last });
    } catch {
      // Node names neither the place nor the byte.
      throw fault(part);
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      const at = line + (text.slice(0, nul).match(/\n|\r(?!\n)/g)?.length ?? 0);
      throw new UploadFault(
        'not-text',
        `Line ${at} holds a NUL character, which no text has. Remove it, or save the file as “CSV UTF-8”.`,
        {
          line: at,
        },
      );
    }
    // A carriage return at the end may belong to a line feed that comes next.
    const joined = carriageReturn ? `\r${text}` : text;
    carriageReturn = !last && joined.endsWith('\r');
    const whole = (carriageReturn ? joined.slice(0, -1) : joined).replace(/\r\n?/g, '\n');
    line += countOf(whole);
    offset += part.length;
    return whole;
  };
  for await (const part of bytes) {
    if (decoder === null) {
      head = join(head, part);
      if (head.length < 4) continue;
      encoding = encodingOf(head);
      yield decoded(head, false);
    } else {
      yield decoded(part, false);
    }
  }
  if (decoder === null) {
    encoding = encodingOf(head);
    yield decoded(head, true);
  } else {
    yield decoded(new Uint8Array(), true);
  }
}

/** By its byte order mark, or by a NUL beside each of the first letters. */
function encodingOf([first, second, third, fourth]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return 'utf-8';
}

/** The place of the first byte that does not belong there: the longest beginning that can be read ends before it. */
function firstFault(encoding: Encoding, part: Uint8Array): number {
  let [good, bad] = [0, part.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (reads(encoding, part.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // The first byte of a character that never ends is found out by the one behind it.
  for (let back = 0; back < 3 && good > 0 && !reads(encoding, part.subarray(0, good), true); back += 1) good -= 1;
  return good;
}

function leftOver(encoding: Encoding, part: Uint8Array): number {
  let count = 0;
  while (encoding === 'utf-8' && count < 3 && ((part[count] ?? 0) & 0xc0) === 0x80) count += 1;
  return count;
}

/** @param whole no character may be cut off at the end */
function reads(encoding: Encoding, part: Uint8Array, whole = false): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(part, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === NEWLINE) count += 1;
  return count;
}

function countOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
