import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exif, gifWith, jpegWith, PICTURES, pngWith, segment, webpWith } from './pictures.fixture.js';
import { withoutMetadata } from './without-metadata.js';

const TYPES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' } as const;
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const SECRET = 'GPS 48.2082 N, Ada Lovelace';

describe('withoutMetadata', () => {
  it.each(Object.keys(TYPES) as (keyof typeof TYPES)[])('leaves a %s without any as it is', (format) => {
    expect(withoutMetadata(PICTURES[format], TYPES[format])).toEqual(PICTURES[format]);
  });

  it.each([
    ['EXIF', segment(0xe1, exif(1, SECRET))],
    ['XMP', segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${SECRET}`))],
    ['IPTC', segment(0xed, ascii(`Photoshop 3.0\0${SECRET}`))],
    ['a comment', segment(0xfe, ascii(SECRET))],
    ['a thumbnail', segment(0xe0, ascii(`JFXX\0\x10${SECRET}`))],
    ['an unknown application', segment(0xea, ascii(SECRET))],
    ['a marker for extensions', segment(0xf1, ascii(SECRET))],
    ['a reserved marker', segment(0x42, ascii(SECRET))],
    ['several, with fill bytes before', [0xff, 0xff, 0xff, ...segment(0xfe, ascii(SECRET)).slice(1), ...segment(0xe1, exif(1, SECRET))]],
  ])('takes %s out of a JPEG', (_, added) => {
    expect(withoutMetadata(jpegWith(added), 'image/jpeg')).toEqual(PICTURES.jpeg);
  });

  it('takes the thumbnail out of the header of a JPEG', () => {
    const jpeg = Uint8Array.from([
      0xff,
      0xd8,
      ...segment(0xe0, [...ascii('JFIF\0\x01\x01\x00\x00\x01\x00\x01\x01\x01'), 1, 2, 3]),
      ...PICTURES.jpeg.subarray(20),
    ]);
    expect(withoutMetadata(jpeg, 'image/jpeg')).toEqual(PICTURES.jpeg);
  });

  it('keeps the orientation, and nothing else of EXIF', () => {
    const bytes = withoutMetadata(jpegWith(segment(0xe1, exif(6, SECRET))), 'image/jpeg');
    const text = Buffer.from(bytes ?? []).toString('latin1');
    expect(text).not.toContain('GPS');
    expect(text).toContain('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(bytes?.length).toBe(PICTURES.jpeg.length + 36);
    expect(withoutMetadata(bytes ?? new Uint8Array(), 'image/jpeg')).toEqual(bytes);
  });

  it('keeps the colour profile of a JPEG', () => {
    const jpeg = jpegWith(segment(0xe2, ascii('ICC_PROFILE\0\x01\x01profile')));
    expect(withoutMetadata(jpeg, 'image/jpeg')).toEqual(jpeg);
  });

  it.each(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'])('takes %s out of a PNG', (type) => {
    expect(withoutMetadata(pngWith(type, SECRET), 'image/png')).toEqual(PICTURES.png);
  });

  it.each(['EXIF', 'XMP ', 'odd '])('takes %s out of a WebP, and clears its flag', (type) => {
    expect(withoutMetadata(webpWith(type, SECRET), 'image/webp')).toEqual(PICTURES.webp);
  });

  it.each([
    ['a comment', 0xfe, SECRET],
    ['XMP', 0xff, `XMP DataXMP${SECRET}`],
    ['text', 0x01, SECRET],
  ])('takes %s out of a GIF, and lets it repeat as before', (_, label, text) => {
    expect(withoutMetadata(gifWith(label, text), 'image/gif')).toEqual(PICTURES.gif);
  });

  it.each(Object.keys(TYPES) as (keyof typeof TYPES)[])('takes away what follows the end of a %s', (format) => {
    const longer = Uint8Array.from([...PICTURES[format], ...ascii(SECRET)]);
    expect(withoutMetadata(longer, TYPES[format])).toEqual(PICTURES[format]);
  });

  it('returns null for an unknown format and for bytes that are no picture', () => {
    for (const type of ['image/svg+xml', 'image/avif', 'image/tiff', 'constructor', ''])
      expect(withoutMetadata(PICTURES.png, type)).toBeNull();
    for (const type of Object.values(TYPES)) {
      expect(withoutMetadata(new Uint8Array(), type)).toBeNull();
      expect(withoutMetadata(Uint8Array.from(ascii(SECRET)), type)).toBeNull();
    }
  });

  it.each(Object.keys(TYPES) as (keyof typeof TYPES)[])(
    'neither throws nor runs on for a %s with any bytes changed or cut off',
    (format) => {
      const change = fc.array(fc.tuple(fc.nat(PICTURES[format].length - 1), fc.nat(255)), { maxLength: 8 });
      fc.assert(
        fc.property(change, fc.nat(PICTURES[format].length), (changes, length) => {
          const bytes = Uint8Array.from(PICTURES[format]);
          for (const [at, value] of changes) bytes[at] = value;
          const result = withoutMetadata(bytes.subarray(0, Math.max(length, 4)), TYPES[format]);
          expect(result === null || result.length <= bytes.length + 36).toBe(true);
        }),
      );
    },
  );
});
