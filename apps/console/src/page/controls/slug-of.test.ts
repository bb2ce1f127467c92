import { describe, expect, it } from 'vitest';
import { slugOf } from './slug-of.js';

describe('the short name that is proposed', () => {
  it.each([
    ['Riverside College', 'riverside-college'],
    ['École Polytechnique – Zürich', 'ecole-polytechnique-zurich'],
    ['Straße & Söhne GmbH', 'strasse-sohne-gmbh'],
    ['  A  ', 'a'],
    ['学校', ''],
    ['x'.repeat(100), 'x'.repeat(63)],
    [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
  ])('of %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('lets a hyphen be typed', () => {
    expect(slugOf('my-', { typing: true })).toBe('my-');
    expect(slugOf('My school!', { typing: true })).toBe('my-school-');
  });
});
