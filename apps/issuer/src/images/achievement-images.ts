import { createHash } from 'node:crypto';
import { decodeUtf8Lossy } from '@proofmark/primitives';
import type { ProvidedImage } from '../public/reads.js';
import { type BadgeFace, badgeSvg } from './badge-svg.js';
import { loadMetrics } from './font.js';
import { imageCache } from './image-cache.js';
import { isPng } from './png.js';
import { rasterise } from './rasterise.js';
import { drawApart, NoRoomToDraw } from './rasterise-in-child.js';

const CACHE_BYTES = 32 * 1024 * 1024;

/** The picture of an achievement in both forms: the provider's own where there is one, else a generated one. */
export interface AchievementImages {
  png(face: BadgeFace, provided: ProvidedImage | null): Promise<Uint8Array>;
  svg(face: BadgeFace, provided: ProvidedImage | null): string;
}

/** Pictures with a bounded cache. The key covers all that a picture shows, so an edit shows at once. */
export function achievementImages(): AchievementImages {
  const cache = imageCache(CACHE_BYTES);
  const font = loadMetrics();
  const generated = async (face: BadgeFace) => {
    const png = await rasterise(badgeSvg(face, font, 'embedded'));
    if (png === null) throw new Error('a generated badge image could not be drawn');
    return png;
  };
  const draw = drawApart();
  const drawnOr = (face: BadgeFace, provided: ProvidedImage) =>
    cache.get(keyOf(face, provided), async () => (await draw(decodeUtf8Lossy(provided.bytes))) ?? generated(face));
  return {
    async png(face, provided) {
      if (provided?.mediaType === 'image/png' && isPng(provided.bytes)) return provided.bytes;
      try {
        if (provided?.mediaType === 'image/svg+xml') return await drawnOr(face, provided);
      } catch (error) {
        // The next one who asks gets it; until then there is a picture all the same.
        if (!(error instanceof NoRoomToDraw)) throw error;
      }
      return cache.get(keyOf(face, null), () => generated(face));
    },
    svg(face, provided) {
      if (provided?.mediaType === 'image/svg+xml') return decodeUtf8Lossy(provided.bytes);
      if (provided?.mediaType === 'image/png' && isPng(provided.bytes)) return wrapped(provided.bytes);
      return badgeSvg(face, font, 'any');
    },
  };
}

/** An SVG that holds a PNG and nothing else, so that a badge can be baked into either. */
function wrapped(png: Uint8Array): string {
  const { width, height } = dimensions(png);
  const data = Buffer.from(png).toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>
`;
}

function dimensions(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function keyOf(face: BadgeFace, provided: ProvidedImage | null): string {
  const hash = createHash('sha256').update(JSON.stringify([face.key, face.title, face.issuer, face.host, face.test]));
  if (provided !== null) hash.update(provided.mediaType).update(provided.bytes);
  return hash.digest('base64url');
}
