import { createBoundedLimit } from '@proofmark/primitives';
import type { BadgeImagePreview } from '@proofmark/schemas/api';
import { type BadgeFace, badgeSvg, coloursOf } from './badge-svg.js';
import { contrast } from './contrast.js';
import { BOLD, loadMetrics } from './font.js';
import { lettersFor } from './letters/letters.js';
import { rasterise } from './rasterise.js';

/** Drawings at the same time, and those that may wait. */
const drawings = createBoundedLimit(1, 16);

/** A generated badge image that is tried; null when too many wait to be drawn. */
export async function previewOfImage(face: BadgeFace): Promise<BadgeImagePreview | null> {
  const done = await drawings.run(async () => {
    const letters = await lettersFor([face.title], BOLD);
    return { png: await rasterise(badgeSvg(face, letters, 'embedded')) };
  });
  if (done === null) return null;
  if (done.png === null) throw new Error('a generated badge image could not be drawn');
  const { deep, bright, text } = coloursOf(face);
  return {
    png: `data:image/png;base64,${Buffer.from(done.png).toString('base64')}`,
    svg: badgeSvg(face, loadMetrics(), 'any'),
    contrast: Math.floor(Math.min(contrast(deep, text), contrast(bright, text)) * 100) / 100,
  };
}
