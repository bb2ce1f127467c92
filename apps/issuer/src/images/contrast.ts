import { encodeHex } from '@proofmark/primitives';

/** An opaque sRGB colour, `#rrggbb`. */
export type Hex = `#${string}`;

/** The least contrast of a text that everybody can read (WCAG 2.2, 1.4.3). */
export const READABLE = 4.5;

type Channels = readonly [red: number, green: number, blue: number];

/** The channels, 0 to 1. */
const channels = (colour: Hex): Channels =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as unknown as Channels;

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Hex): number {
  const [r, g, b] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as unknown as Channels;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour with a part of another one in it, 0 to 1. */
export function mixed(colour: Hex, other: Hex, part: number): Hex {
  const [from, to] = [channels(colour), channels(other)];
  const parts = from.map((value, at) => Math.round((value + ((to[at] ?? 0) - value) * part) * 255));
  return `#${encodeHex(Uint8Array.from(parts))}`;
}
