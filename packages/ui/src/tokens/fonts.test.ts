import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { FONT_FAMILY, FONT_FILES } from './fonts.js';

const { resolve } = createRequire(import.meta.url);
const sheet = readFileSync(resolve('@fontsource-variable/public-sans/index.css'), 'utf8');

it.each(FONT_FILES)('$file is in its package, for the letters for which the package has it', ({ file, range }) => {
  expect(existsSync(resolve(`@fontsource-variable/public-sans/files/${file}`))).toBe(true);
  const face = sheet.split('@font-face').find((part) => part.includes(file));
  expect(face).toContain(`font-family: '${FONT_FAMILY}'`);
  expect(face).toContain(`unicode-range: ${range};`);
});
