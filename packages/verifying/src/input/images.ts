import { type Unbaked, unbakePng, unbakeSvg } from '@proofmark/credentials';
import { LIMITS } from '../limits.js';
import type { Ports } from '../ports.js';

const BOUNDS = { maxImage: LIMITS.imageBytes, maxText: LIMITS.textBytes };

/** Takes the badge out of a PNG (bytes) or an SVG (text). This file is loaded when the first picture comes. */
export async function unbake(image: Uint8Array | string, ports: Pick<Ports, 'inflate'>): Promise<Unbaked> {
  if (typeof image === 'string') return unbakeSvg(image, BOUNDS);
  return unbakePng(image, (zlib, max) => ports.inflate(zlib, max), BOUNDS);
}
