import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far two colours of a pixel may be apart, 0 to 1: less than when somebody changes a token a little. */
const COLOUR_TOLERANCE = 0.01;
/** Pixels that may differ. Two runs differ in none; the rest is for another processor. */
const PIXEL_TOLERANCE = 40;

/** `npm run ui:pictures` writes new ones instead of comparing. */
const RENEWS = process.env.PROOFMARK_PICTURES === 'renew';

const kept = (name: string): string => fileURLToPath(new URL(`./pictures/${name}.png`, import.meta.url));
const seen = (name: string): string => fileURLToPath(new URL(`../../../test-results/ui/${name}.png`, import.meta.url));

/** How two pictures differ: in size, or in so many pixels, with a picture of where. */
export type Difference = { readonly size: string } | { readonly pixels: number; readonly where: Buffer };

export function differenceOf(one: Buffer, other: Buffer): Difference {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return { size: `${a.width}×${a.height} became ${b.width}×${b.height}` };
  const where = new PNG({ width: a.width, height: a.height });
  const pixels = pixelmatch(a.data, b.data, where.data, a.width, a.height, { threshold: COLOUR_TOLERANCE, includeAA: true });
  return { pixels, where: PNG.sync.write(where) };
}

export const isSame = (difference: Difference): boolean => 'pixels' in difference && difference.pixels <= PIXEL_TOLERANCE;

/**
 * Compares a picture with the kept one of its name; null where they are the same, else what to look at. The new picture, and one of where they differ, lie
 * in test-results/ui then.
 */
export async function comparedWithKept(name: string, picture: Buffer): Promise<string | null> {
  if (RENEWS) {
    await write(kept(name), picture);
    return null;
  }
  const before = await readFile(kept(name)).catch(() => null);
  await write(seen(name), picture);
  if (before === null) return `there is no picture ${name}: npm run ui:pictures makes it`;
  const difference = differenceOf(before, picture);
  if (isSame(difference)) return null;
  if ('where' in difference) await write(seen(`${name}-where`), difference.where);
  const what = 'size' in difference ? difference.size : `${difference.pixels} pixels`;
  return `${name}: ${what}; see ${seen(name)}. If it is meant: npm run ui:pictures, and look at what changed.`;
}

async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
