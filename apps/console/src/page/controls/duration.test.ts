import { describe, expect, it } from 'vitest';
import { inOneUnit } from './duration.js';

describe('a duration in one unit', () => {
  it.each([
    ['P2Y', { count: 2, unit: 'Y' }],
    ['P90D', { count: 90, unit: 'D' }],
    ['P1Y6M', { count: 18, unit: 'M' }],
    ['P6W', { count: 6, unit: 'W' }],
  ])('%s', (value, expected) => expect(inOneUnit(value)).toEqual(expected));

  it.each(['', 'P', 'P1Y3D', 'P1Y2M3D', 'two years', 'P0Y'])('is none for “%s”', (value) => expect(inOneUnit(value)).toBeNull());
});
