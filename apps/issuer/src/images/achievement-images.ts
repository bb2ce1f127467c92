import { createHash } from 'node:crypto';
import { createBoundedLimit, decodeUtf8Lossy } from '@proofmark/primitives';
import type { ProvidedImage } from '../public/reads.js';
import { type BadgeFace, badgeSvg } from './badge-svg.js';
import { BOLD, loadMetrics } from './font.js';
import { imageCache } from './image-cache.js';
import { lettersFor } from './letters/letters.js';
import { isPng, sizeOfPng } from './png.js';
import { PREVIEW, type PreviewFace, previewSvg } from './preview-svg.js';
import { rasterise } from './rasterise.js';
import { drawApart, NoRoomToDraw } from './rasterise-in-child.js';

const CACHE_BYTES = 32 * 1024 * 1024;
/** Pictures of shared links that are drawn at the same time, and that may wait. */
const [PREVIEWS, WAITING] = [1, 16];

/** The picture of an achievement in both forms: the provider's own where there is one, else a generated one. */
export interface AchievementImages {
  png(face: BadgeFace, provided: ProvidedImage | null): Promise<Uint8Array>;
  svg(face: BadgeFace, provided: ProvidedImage | null): string;
  /** The picture as drawn by us, 512 pixels wide, whatever was provided: for putting it into another one. */
  redrawn(face: BadgeFace, provided: ProvidedImage | null): Promise<Uint8Array>;
  /** The picture of a shared link; null where too many wait to be drawn. */
  preview(face: PreviewFace): Promise<Uint8Array | null>;
}

/** Pictures with a bounded cache. The key covers all that a picture shows, so an edit shows at once. */
export function achievementImages(): AchievementImages {
  const cache = imageCache(CACHE_BYTES);
  const font = loadMetrics();
  const generated = async (face: BadgeFace) => {
    const png = await rasterise(badgeSvg(face, await lettersFor([face.title], BOLD), 'embedded'));
    if (png === null) throw new Error('a generated badge image could not be drawn');
    return png;
  };
  const previews = createBoundedLimit(PREVIEWS, WAITING);
  const draw = drawApart();
  const drawnOr = (face: BadgeFace, provided: ProvidedImage) =>
    cache.get(keyOf(face, provided), async () => (await draw(svgOf(provided) ?? '')) ?? generated(face));
  const drawn = async (face: BadgeFace, provided: ProvidedImage | null): Promise<Uint8Array> => {
    try {
      if (provided !== null && svgOf(provided) !== null) return await drawnOr(face, provided);
    } catch (error) {
      // The next one who asks gets it; until then there is a picture all the same.
      if (!(error instanceof NoRoomToDraw)) throw error;
    }
    return cache.get(keyOf(face, null), () => generated(face));
  };
  return {
    redrawn: drawn,
    async png(face, provided) {
      if (provided?.mediaType === 'image/png' && isPng(provided.bytes)) return provided.bytes;
      return drawn(face, provided);
    },
    svg(face, provided) {
      return (provided === null ? null : svgOf(provided)) ?? badgeSvg(face, font, 'any');
    },
    async preview(face) {
      const { badge, ...texts } = face;
      const key = createHash('sha256').update('preview').update(JSON.stringify(texts)).update(badge).digest('base64url');
      try {
        return await cache.get(key, async () => {
          const png = await previews.run(async () => {
            const letters = await lettersFor([face.person ?? '', face.title, face.place], BOLD);
            return rasterise(previewSvg(face, letters), PREVIEW.width);
          });
          if (png === null) throw new NoRoomToDraw('too many previews wait to be drawn');
          return png;
        });
      } catch (error) {
        if (error instanceof NoRoomToDraw) return null;
        throw error;
      }
    },
  };
}

/** What a provider gave, as SVG; null for what is no picture. */
function svgOf({ mediaType, bytes }: ProvidedImage): string | null {
  if (mediaType === 'image/svg+xml') return decodeUtf8Lossy(bytes);
  return mediaType === 'image/png' && isPng(bytes) ? wrapped(bytes) : null;
}

/** An SVG that holds a PNG and nothing else, so that a badge can be baked into either. */
function wrapped(png: Uint8Array): string {
  const { width, height } = sizeOfPng(png);
  const data = Buffer.from(png).toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>
`;
}

function keyOf(face: BadgeFace, provided: ProvidedImage | null): string {
  const { design: { shape, colour, logo } = {} } = face;
  const hash = createHash('sha256').update(JSON.stringify([face.key, face.title, face.issuer, face.host, face.test, shape, colour]));
  if (logo !== undefined) hash.update(logo);
  if (provided !== null) hash.update(provided.mediaType).update(provided.bytes);
  return hash.digest('base64url');
}
