import { expect, it } from 'vitest';
import { pageAssets } from './assets.js';

const { stylesheet, fonts } = pageAssets();
const ORIGIN = 'https://badges.example/school';

it('has every address in its style sheet lead to a file that is served', () => {
  const named = [...stylesheet.body.matchAll(/url\("([^"]+)"\)/g)].map(
    ([, path]) => new URL(path ?? '', `${ORIGIN}${stylesheet.path}`).href,
  );
  expect(named).toEqual(fonts.map(({ path }) => `${ORIGIN}${path}`));
  expect(fonts.every(({ contentType }) => contentType === 'font/woff2')).toBe(true);
});

it('uses no colour that its root does not declare, and leaves no size to be declared', () => {
  const declared = new Set([...stylesheet.body.matchAll(/(--pm-[\w-]+):/g)].map(([, name]) => name));
  const used = [...stylesheet.body.matchAll(/var\((--pm-[\w-]+)\)/g)].map(([, name]) => name);
  expect(used.filter((name) => !declared.has(name))).toEqual([]);
});
