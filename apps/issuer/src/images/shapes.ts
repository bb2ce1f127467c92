import type { BadgeShape } from '@proofmark/schemas/api';

/** An outline in a picture of 512 by 512, and the room for text inside it. */
interface Outline {
  readonly path: string;
  /** The middle of the room. */
  readonly middle: number;
  readonly width: number;
  readonly height: number;
}

export const OUTLINES: Readonly<Record<BadgeShape, Outline>> = {
  hexagon: {
    path: 'M256 14q12 0 24 7l172 99q24 14 24 41v190q0 27-24 41l-172 99q-24 14-48 0l-172-99q-24-14-24-41v-190q0-27 24-41l172-99q12-7 24-7z',
    middle: 256,
    width: 380,
    height: 250,
  },
  circle: { path: 'M256 14a242 242 0 0 1 0 484a242 242 0 0 1 0-484z', middle: 256, width: 350, height: 260 },
  shield: {
    path: 'M256 12l196 62q16 5 16 22v150c0 126-92 206-204 252q-8 3-16 0C136 452 44 372 44 246V96q0-17 16-22z',
    middle: 226,
    width: 350,
    height: 250,
  },
  rosette: { path: rosette(16, 244, 216), middle: 256, width: 330, height: 240 },
  square: {
    path: 'M120 20h272q100 0 100 100v272q0 100-100 100h-272q-100 0-100-100v-272q0-100 100-100z',
    middle: 256,
    width: 400,
    height: 320,
  },
  octagon: {
    path: 'M168 16h176q18 0 30 12l110 110q12 12 12 30v176q0 18-12 30l-110 110q-12 12-30 12h-176q-18 0-30-12l-110-110q-12-12-12-30v-176q0-18 12-30l110-110q12-12 30-12z',
    middle: 256,
    width: 380,
    height: 270,
  },
};

/** A circle of so many lobes, whose edge lies between two radii. */
function rosette(lobes: number, outer: number, inner: number): string {
  const point = (radius: number, part: number): string => {
    const angle = (2 * Math.PI * part) / lobes - Math.PI / 2;
    return `${(256 + radius * Math.cos(angle)).toFixed(1)} ${(256 + radius * Math.sin(angle)).toFixed(1)}`;
  };
  // The control point of a quadratic curve lies beyond the edge that it bends.
  const control = 2 * outer - inner;
  const curves = Array.from({ length: lobes }, (_, lobe) => `Q${point(control, lobe)} ${point(inner, lobe + 0.5)}`);
  return `M${point(inner, -0.5)}${curves.join('')}z`;
}
