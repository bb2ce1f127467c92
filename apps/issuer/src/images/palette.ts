import { createHash } from 'node:crypto';

/** Two colours of one badge: white text on either has a contrast of at least 4.5 to 1. */
export interface Colours {
  readonly deep: string;
  readonly bright: string;
}

const PALETTE: readonly Colours[] = [
  { deep: '#123a5c', bright: '#1f6097' },
  { deep: '#123f3a', bright: '#1d6b61' },
  { deep: '#3a2460', bright: '#62409c' },
  { deep: '#5a1f3d', bright: '#933464' },
  { deep: '#4d2a12', bright: '#8a4b1e' },
  { deep: '#1f3d1d', bright: '#3a6b34' },
  { deep: '#25305e', bright: '#42539a' },
  { deep: '#5c1c1c', bright: '#9a3232' },
  { deep: '#2f3640', bright: '#535e6d' },
  { deep: '#0f3d4d', bright: '#1b687f' },
];

/** The colours of an achievement: always the same for the same key, spread over the palette. */
export function coloursFor(key: string): Colours {
  const first = createHash('sha256').update(key).digest().readUInt32BE(0);
  return PALETTE[first % PALETTE.length]!;
}

/** Every colour pair, for the test of contrast. */
export const ALL_COLOURS: readonly Colours[] = PALETTE;
