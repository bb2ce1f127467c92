import { createBoundedLimit } from '@proofmark/primitives';
import type { BadgeImagePreview } from '@proofmark/schemas/api';
import { type BadgeFace, badgeSvg, coloursOf } from './badge-svg.js';
import { contrast } from './contrast.js';
import { loadMetrics } from './font.js';
import { rasterise } from './rasterise.js';

/** Drawings at the same time, and those that may wait. */
const drawings = createBoundedLimit(1, 16);

/** A generated badge image that is tried; null when too many wait to be drawn. */
export async function previewOfImage(face: BadgeFace): Promise<BadgeImagePreview | null> {
  const font = loadMetrics();
  const done = await drawings.run(async () => ({ png: await rasterise(badgeSvg(face, font, 'embedded')) }));
  if (done === null) return null;
  if (done.png === null) throw new Error('a generated badge image could not be drawn');
  const { deep, bright, text } = coloursOf(face);
  return {
    png: `data:image/png;base64,${Buffer.from(done.png).toString('base64')}`,
    svg: badgeSvg(face, font, 'any'),
    contrast: Math.floor(Math.min(contrast(deep, text), contrast(bright, text)) * 100) / 100,
  };
}
