import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { FONT_FAMILY, FONT_FILES } from './font.js';

const WIDTH = 512;

/** How much higher than wide a picture may be. */
export const MAX_ASPECT = 4;

/** How pictures are drawn: 512 px wide, with our own fonts only. */
export const DRAWING: ResvgRenderOptions = {
  fitTo: { mode: 'width', value: WIDTH },
  font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: FONT_FAMILY },
  logLevel: 'off',
};

/**
 * Draws an SVG of our own making as a PNG, beside the event loop. Somebody else's may never end: `drawApart`.
 * Null when the picture cannot be drawn: it is no SVG, is absurdly tall, or refers to anything outside itself.
 *
 * @param width in pixels
 */
export async function rasterise(svg: string, width: number = WIDTH): Promise<Uint8Array | null> {
  // The renderer opens local files that an image names by path, so a picture with any outer reference is not drawn.
  if (refersOutside(svg)) return null;
  try {
    const drawing = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' });
    if (!(drawing.height / drawing.width <= MAX_ASPECT)) return null;
    const image = await renderAsync(svg, { ...DRAWING, fitTo: { mode: 'width', value: width } });
    return image.asPng();
  } catch {
    return null;
  }
}

/** Whether an SVG names anything but parts of itself and data URIs, or declares a DTD, through which it could. */
export function refersOutside(svg: string): boolean {
  if (/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|@import/i.test(svg)) return true;
  for (const [, double, single] of svg.matchAll(/(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    if (!isInner(double ?? single ?? '')) return true;
  }
  for (const [, target = ''] of svg.matchAll(/url\(([^)]*)/gi)) if (!isInner(target.replace(/["']|&quot;|&apos;/g, ''))) return true;
  return false;
}

function isInner(target: string): boolean {
  const trimmed = target.trim();
  return trimmed === '' || trimmed.startsWith('#') || /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i.test(trimmed);
}
