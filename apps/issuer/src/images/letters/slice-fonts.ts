import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import decompress from 'woff2-encoder/decompress';

/** Fonts that are kept opened: a name takes three or four of them, and each some 300 KB. */
const MOST = 64;
const opened = new Map<string, Promise<Font>>();

/** A slice of a typeface in one weight, 100 to 900. */
export function openSlice(path: string, weight: number): Promise<Font> {
  const key = `${weight} ${path}`;
  const before = opened.get(key);
  opened.delete(key);
  const font = before ?? open(path, weight);
  opened.set(key, font);
  for (const oldest of opened.keys()) {
    if (opened.size <= MOST) break;
    opened.delete(oldest);
  }
  // One that failed is read again the next time.
  font.catch(() => opened.delete(key));
  return font;
}

async function open(path: string, weight: number): Promise<Font> {
  // fontkit reads WOFF2, but takes its weights only from an unpacked font.
  const font = create(Buffer.from(await decompress(await readFile(path))));
  if (!('getVariation' in font)) throw new Error(`${path} is a collection of fonts`);
  return font.getVariation({ wght: weight });
}
