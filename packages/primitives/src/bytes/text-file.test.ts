import { describe, expect, it } from 'vitest';
import { decodeTextFile } from './text-file.js';

const TEXT = '<svg>é😀</svg>';

/** UTF-16 as an editor writes it. */
function utf16(text: string, order: 'le' | 'be', withMark: boolean): Uint8Array {
  const bytes = Buffer.from(withMark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('the text of a file', () => {
  it('is read in UTF-8 and UTF-16, with and without a byte order mark', () => {
    expect(decodeTextFile(Buffer.from(TEXT))).toBe(TEXT);
    expect(decodeTextFile(Buffer.from(`\ufeff${TEXT}`))).toBe(TEXT);
    for (const order of ['le', 'be'] as const) {
      for (const withMark of [true, false]) expect(decodeTextFile(utf16(TEXT, order, withMark))).toBe(TEXT);
    }
  });

  it('is read in ISO 8859-1 where an XML declaration says so, and nowhere else', () => {
    const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><svg>é</svg>';
    expect(decodeTextFile(Buffer.from(declared, 'latin1'))).toBe(declared);
    expect(decodeTextFile(Buffer.from('<svg>é</svg>', 'latin1'))).toBeNull();
    expect(decodeTextFile(Buffer.from('<?xml version="1.0" encoding="koi8-r"?><svg>é</svg>', 'latin1'))).toBeNull();
  });

  it('is null for UTF-16 that is cut in half, or has half of a surrogate pair', () => {
    expect(decodeTextFile(utf16(TEXT, 'le', true).subarray(0, -1))).toBeNull();
    expect(decodeTextFile(utf16('a\ud83d', 'le', true))).toBeNull();
  });
});
