import { decodeBase64 } from '@proofmark/primitives';
import type { BadgeDesign } from '@proofmark/schemas/api';
import type { DrawnDesign } from './badge-svg.js';
import type { Hex } from './contrast.js';
import { isPng } from './png.js';

/** What a design draws with; a logo that is no PNG is left out. */
export function drawnDesign({ shape, colour, logo }: BadgeDesign): DrawnDesign {
  const bytes = logo === undefined ? null : decodeBase64(logo.slice(logo.indexOf(',') + 1));
  return {
    ...(shape === undefined ? {} : { shape }),
    ...(colour === undefined ? {} : { colour: colour.toLowerCase() as Hex }),
    ...(bytes === null || !isPng(bytes) ? {} : { logo: bytes }),
  };
}
