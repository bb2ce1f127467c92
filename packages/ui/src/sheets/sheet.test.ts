import { describe, expect, it } from 'vitest';
import { COLOURS } from '../tokens/colours.js';
import { pageSheet } from './page-sheet.js';
import { sheet } from './sheet.js';

describe('a style sheet', () => {
  it('has sizes put in, and keeps colours as custom properties, which change with the scheme', () => {
    expect(sheet('a { margin: var(--pm-space-s) 0; color: var(--pm-link); }')).toBe('a { margin: .5rem 0; color: var(--pm-link); }');
  });

  it('declares colours where it is told to, so that a page outside cannot overrule them', () => {
    const [light, dark] = COLOURS.good;
    expect(sheet(':host { @colours good; }')).toBe(`:host { --pm-good:light-dark(${light},${dark})!important; }`);
  });

  it.each(['var(--pm-nothing)', '@colours nothing;', 'var(--pm-constructor)'])('refuses a token that is not there: %s', (css) => {
    expect(() => sheet(css)).toThrow(RangeError);
  });
});

describe('the ground of a page', () => {
  it('declares every colour, and loads a file of the typeface for the letters that are in it', () => {
    const css = pageSheet((file) => `fonts/${file}`);
    for (const name of Object.keys(COLOURS)) expect(css).toContain(`--pm-${name}:`);
    expect(css.match(/font-display:swap;src:url\("fonts\/[\w-]+\.woff2"\)/g)).toHaveLength(2);
    expect(css).not.toMatch(/var\(--pm-(?:space|text|stroke|radius)/);
  });

  it('names no file where there is none', () => {
    expect(pageSheet(null)).not.toContain('@font-face');
  });
});
