import { createHash } from 'node:crypto';
import { contrast, type Hex, mixed, READABLE } from './contrast.js';

/** The colours of one badge: a text in `text` has a contrast of at least 4.5 to 1 on both others, and so on all between them. */
export interface Colours {
  readonly deep: Hex;
  readonly bright: Hex;
  readonly text: Hex;
}

const [WHITE, INK]: readonly [Hex, Hex] = ['#ffffff', '#101820'];

/** For issuers that have chosen none. */
const PALETTE: readonly Hex[] = [
  '#1f6097',
  '#1d6b61',
  '#62409c',
  '#933464',
  '#8a4b1e',
  '#3a6b34',
  '#42539a',
  '#9a3232',
  '#535e6d',
  '#1b687f',
];

/** The colours of an issuer that has chosen none: always the same for the same key, spread over the palette. */
export function coloursFor(key: string): Colours {
  return coloursFrom(PALETTE[numberOf(key) % PALETTE.length] ?? INK);
}

/** A whole number that a key always gives. */
export function numberOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0);
}

/**
 * The colours that go with one that an issuer chose. The text is white or dark, whichever is told apart better; where neither is on the colour itself,
 * the colour is moved away from it until it is.
 */
export function coloursFrom(chosen: Hex): Colours {
  const text = contrast(chosen, WHITE) >= contrast(chosen, INK) || contrast(chosen, WHITE) >= READABLE ? WHITE : INK;
  const away: Hex = text === WHITE ? '#000000' : '#ffffff';
  const readable = (colour: Hex): Hex => {
    for (let part = 0; part <= 1; part += 0.05) {
      const moved = mixed(colour, away, part);
      if (contrast(moved, text) >= READABLE) return moved;
    }
    return away;
  };
  return { bright: readable(chosen), deep: readable(mixed(chosen, away, 0.35)), text };
}

/** Every pair of the palette, for the test of contrast. */
export const ALL_COLOURS: readonly Colours[] = PALETTE.map(coloursFrom);
