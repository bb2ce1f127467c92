import { describe, expect, it } from 'vitest';
import { COLOURS, type Colour } from './colours.js';

/** Relative luminance (WCAG 2.2, 1.4.3). */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS: readonly (readonly [text: Colour, surfaces: readonly Colour[]])[] = [
  ['ink', ['page', 'card', 'good-bg', 'open-bg', 'old-bg', 'bad-bg']],
  ['soft', ['page', 'card', 'open-bg', 'old-bg', 'good-bg', 'bad-bg']],
  ['link', ['page', 'card', 'open-bg', 'old-bg', 'good-bg', 'bad-bg']],
  ['on-link', ['link']],
  ['good', ['page', 'card', 'good-bg']],
  ['open', ['page', 'card', 'open-bg']],
  ['old', ['page', 'card', 'old-bg']],
  ['bad', ['page', 'card', 'bad-bg']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the colours of the %s scheme', (_, scheme) => {
  it.each(TEXTS)('let a text in %s be read on %j, at 4.5:1', (text, surfaces) => {
    for (const surface of surfaces) expect(contrast(COLOURS[text][scheme], COLOURS[surface][scheme]), surface).toBeGreaterThanOrEqual(4.5);
  });

  it('let the edge of a field be seen, at 3:1', () => {
    for (const surface of ['page', 'card'] as const)
      expect(contrast(COLOURS.edge[scheme], COLOURS[surface][scheme]), surface).toBeGreaterThanOrEqual(3);
  });

  it('keep the four answers apart from each other', () => {
    const answers = (['good', 'open', 'old', 'bad'] as const).map((name) => COLOURS[name][scheme]);
    expect(new Set(answers).size).toBe(4);
  });
});
