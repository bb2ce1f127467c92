const bytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Small pictures without any metadata, as a browser wrote them (the GIF by hand); the first three show the same gradient. */
export const PICTURES: Readonly<Record<'jpeg' | 'png' | 'webp' | 'gif', Uint8Array>> = {
  jpeg: bytes(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKS' +
      'j/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIAAwDASIAAhEBAxEB' +
      '/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUH/8QAGhAAAgIDAAAAAAAAAAAAAAAAAAMBIQQiMf/EABUBAQEAAAAAAAAAAAAAAAAAAAYH/8QAGhEAAQUBAAAAAA' +
      'AAAAAAAAAAAAMEBhMxQf/aAAwDAQACEQMRAD8AyLMf2yM1+82AUuKsUas4JpK8Vt0//9k=',
  ),
  png: bytes(
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAAxUlEQVR4AUxPoRECQQzcefc5OqACSqACNAaLwWOwCDwGi0GjkJRABXRABcz8RYbdux/+xM' +
      '1ls7vZpPtiFh/M441FvLCMJ1Zxxyau2MUZhzjiFHtcYotbrPGIzmHIfI7Ev4ezztBfcWZ/KFi6Hl2mwPnUVJ0LmSDs7OcRi3PiYphIY0KdLHKgwJmQaZJB' +
      'OhoUb1zHKLYyWaREToNEE05objCaWnNqsPoVM8GayWq22EZT+icXQ93VCql4raF1VPt4g3M94R8AAAD//2sSYvQAAAAGSURBVAMAGshr+VQS47kAAAAASU' +
      'VORK5CYII=',
  ),
  webp: bytes(
    'UklGRmQAAABXRUJQVlA4WAoAAAAAAAAACwAABwAAVlA4IEYAAACQAgCdASoMAAgAAUAmJbACdLoBQM38ABSlVCnGGAD++emV86Gb+l1TX/drX6Kp8MxP/J' +
      '98xe/9qEppkTVmx/xXF8pOAAAA',
  ),
  gif: bytes('R0lGODlhAgACAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAgACAAACA0QYsAA7'),
};

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A marker segment of a JPEG. */
export function segment(marker: number, content: readonly number[]): number[] {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...content];
}

/** EXIF with a place and a name, and which way is up. */
export function exif(orientation: number, secret: string): number[] {
  const text = ascii(secret);
  const entry = (tag: number, type: number, count: number, value: readonly number[]): number[] => [
    ...[tag >> 8, tag & 0xff, 0, type, 0, 0, 0, count],
    ...[...value, 0, 0, 0, 0].slice(0, 4),
  ];
  const entries = [entry(0x010e, 2, text.length, [0, 0, 0, 38]), entry(0x0112, 3, 1, [0, orientation])];
  return [...ascii('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, entries.length, ...entries.flat(), 0, 0, 0, 0, ...text];
}

/** The JPEG with segments put after its JFIF header. */
export function jpegWith(...segments: readonly (readonly number[])[]): Uint8Array {
  return joined(PICTURES.jpeg.subarray(0, 20), ...segments, PICTURES.jpeg.subarray(20));
}

/** The PNG with a chunk put after its header. Its checksum is wrong: a chunk that is left out is not checked. */
export function pngWith(type: string, content: string): Uint8Array {
  const chunk = [0, 0, 0, content.length, ...ascii(type), ...ascii(content), 0, 0, 0, 0];
  return joined(PICTURES.png.subarray(0, 33), chunk, PICTURES.png.subarray(33));
}

/** The WebP with a chunk at its end, and the flags that announce EXIF and XMP. */
export function webpWith(type: string, content: string): Uint8Array {
  const padded = content.length % 2 === 0 ? content : `${content}\0`;
  const whole = joined(PICTURES.webp, ascii(type), [content.length, 0, 0, 0], ascii(padded));
  whole[20] = 0x0c;
  whole[4] = (whole.length - 8) & 0xff;
  whole[5] = (whole.length - 8) >> 8;
  return whole;
}

/** The GIF with an extension put before its picture. */
export function gifWith(label: number, content: string): Uint8Array {
  const at = 19;
  return joined(PICTURES.gif.subarray(0, at), [0x21, label, content.length, ...ascii(content), 0], PICTURES.gif.subarray(at));
}
